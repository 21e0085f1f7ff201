/** Tests of simulated time. */
@NullMarked
package io.drsorchestrator.local.time;

import org.jspecify.annotations.NullMarked;
