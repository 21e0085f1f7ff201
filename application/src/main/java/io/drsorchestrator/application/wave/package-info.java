/** Starting a wave: exactly one DRS job. */
@NullMarked
package io.drsorchestrator.application.wave;

import org.jspecify.annotations.NullMarked;
