/** The use cases of the orchestrator and what they have in common. */
@NullMarked
package io.drsorchestrator.application;

import org.jspecify.annotations.NullMarked;
