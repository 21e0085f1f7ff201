/** Tests of the Step Functions protocol. */
@NullMarked
package io.drsorchestrator.local.aws.states;

import org.jspecify.annotations.NullMarked;
