/** Ending an execution as FAILED or CANCELLED. */
@NullMarked
package io.drsorchestrator.application.end;

import org.jspecify.annotations.NullMarked;
