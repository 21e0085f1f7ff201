/** The two state machines that are deployed, with a scripted handler in virtual time. */
@NullMarked
package io.drsorchestrator.local.statemachines;

import org.jspecify.annotations.NullMarked;
