/** Pausing before a wave and resuming. */
@NullMarked
package io.drsorchestrator.application.gate;

import org.jspecify.annotations.NullMarked;
