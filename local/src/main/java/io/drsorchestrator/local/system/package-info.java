/** The parts of the orchestrator and of AWS, put together on one machine. */
@NullMarked
package io.drsorchestrator.local.system;

import org.jspecify.annotations.NullMarked;
