/** A deterministic simulation of the whole system: one seed, one thread, virtual time. */
@NullMarked
package io.drsorchestrator.local.simulate;

import org.jspecify.annotations.NullMarked;
