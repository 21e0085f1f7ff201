/** Explicit-state search over the real use cases: every interleaving that its bounds allow. */
@NullMarked
package io.drsorchestrator.application.explorer;

import org.jspecify.annotations.NullMarked;
