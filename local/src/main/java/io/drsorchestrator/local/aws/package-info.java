/** The simulated part of AWS as one object: build it, serve its endpoints, ask it what happened. */
@NullMarked
package io.drsorchestrator.local.aws;

import org.jspecify.annotations.NullMarked;
