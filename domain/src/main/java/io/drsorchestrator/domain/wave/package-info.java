/** The waves of an execution, each recovered by one DRS job. */
@NullMarked
package io.drsorchestrator.domain.wave;

import org.jspecify.annotations.NullMarked;
