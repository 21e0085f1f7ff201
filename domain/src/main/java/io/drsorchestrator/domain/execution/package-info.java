/** The execution: one run of a recovery plan, its states and the transitions between them. */
@NullMarked
package io.drsorchestrator.domain.execution;

import org.jspecify.annotations.NullMarked;
