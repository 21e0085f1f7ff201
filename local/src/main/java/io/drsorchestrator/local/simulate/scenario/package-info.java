/** What is simulated: a plan, what people do, and what goes wrong, all drawn from one seed. */
@NullMarked
package io.drsorchestrator.local.simulate.scenario;

import org.jspecify.annotations.NullMarked;
