/** Step Functions Standard in one process: executions of state machines, in simulated time. */
@NullMarked
package io.drsorchestrator.local.stepfunctions;

import org.jspecify.annotations.NullMarked;
