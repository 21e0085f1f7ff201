/** Doubles of every port: what AWS does, in memory and under the control of a test. */
@NullMarked
package io.drsorchestrator.application.memory;

import org.jspecify.annotations.NullMarked;
