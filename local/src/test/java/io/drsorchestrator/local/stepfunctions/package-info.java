/** Tests of executions in virtual time. */
@NullMarked
package io.drsorchestrator.local.stepfunctions;

import org.jspecify.annotations.NullMarked;
