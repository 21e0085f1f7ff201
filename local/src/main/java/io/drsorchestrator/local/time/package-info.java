/** Time that is simulated: as fast as the work allows, or a multiple of real time. */
@NullMarked
package io.drsorchestrator.local.time;

import org.jspecify.annotations.NullMarked;
