/** Measures operations of the production handler, in this process, against endpoints in another. */
@NullMarked
package io.drsorchestrator.local.bench.operations;

import org.jspecify.annotations.NullMarked;
