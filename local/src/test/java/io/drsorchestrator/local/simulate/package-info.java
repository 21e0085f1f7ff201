/** The simulator itself: that it repeats itself, that it covers what it says, and that it sees. */
@NullMarked
package io.drsorchestrator.local.simulate;

import org.jspecify.annotations.NullMarked;
