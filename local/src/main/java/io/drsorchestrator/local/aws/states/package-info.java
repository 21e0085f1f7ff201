/** The protocol of Step Functions, JSON 1.0 with X-Amz-Target, as SDK and CLI speak it. */
@NullMarked
package io.drsorchestrator.local.aws.states;

import org.jspecify.annotations.NullMarked;
