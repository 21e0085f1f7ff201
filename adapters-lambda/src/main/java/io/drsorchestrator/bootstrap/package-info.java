/** The composition root: the one place that sees every adapter. */
@NullMarked
package io.drsorchestrator.bootstrap;

import org.jspecify.annotations.NullMarked;
