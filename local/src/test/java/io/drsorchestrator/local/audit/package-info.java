/** Logs that are true, and logs that are not. */
@NullMarked
package io.drsorchestrator.local.audit;

import org.jspecify.annotations.NullMarked;
