/** A simulated SNS that takes messages and remembers them. */
@NullMarked
package io.drsorchestrator.local.aws.sns;

import org.jspecify.annotations.NullMarked;
