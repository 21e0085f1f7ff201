/** The Lambda service for the one function of the orchestrator. */
@NullMarked
package io.drsorchestrator.local.lambda;

import org.jspecify.annotations.NullMarked;
