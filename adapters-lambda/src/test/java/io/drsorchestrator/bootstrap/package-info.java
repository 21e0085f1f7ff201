/** The composition root. */
@NullMarked
package io.drsorchestrator.bootstrap;

import org.jspecify.annotations.NullMarked;
