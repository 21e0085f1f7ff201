/** One run: the handler, the state machines and AWS on one thread in virtual time. */
@NullMarked
package io.drsorchestrator.local.simulate.run;

import org.jspecify.annotations.NullMarked;
