/** Finalizing: the one way to COMPLETED. */
@NullMarked
package io.drsorchestrator.application.finalization;

import org.jspecify.annotations.NullMarked;
