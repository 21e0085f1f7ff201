/**
 * The invariants I1 to I12 as a reader of the log: it knows the lines of docs/events.md and nothing
 * of the code that writes them, so that it does not share its mistakes.
 */
@NullMarked
package io.drsorchestrator.local.audit;

import org.jspecify.annotations.NullMarked;
