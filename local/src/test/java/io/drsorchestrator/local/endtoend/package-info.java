/** Whole plans through the production handler, the deployed state machines and real SDK clients. */
@NullMarked
package io.drsorchestrator.local.endtoend;

import org.jspecify.annotations.NullMarked;
