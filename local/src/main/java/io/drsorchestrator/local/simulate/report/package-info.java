/** What many runs came to, for people and for programs. */
@NullMarked
package io.drsorchestrator.local.simulate.report;

import org.jspecify.annotations.NullMarked;
