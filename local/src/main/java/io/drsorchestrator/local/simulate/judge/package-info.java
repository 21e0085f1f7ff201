/**
 * Whether a run kept what the design promises (I1 to I12), from raw items, DRS jobs and answers
 * alone: no code of what is judged is called.
 */
@NullMarked
package io.drsorchestrator.local.simulate.judge;

import org.jspecify.annotations.NullMarked;
