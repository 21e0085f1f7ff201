/** Measures the function, and writes what it finds into the documents. */
@NullMarked
package io.drsorchestrator.local.bench;

import org.jspecify.annotations.NullMarked;
