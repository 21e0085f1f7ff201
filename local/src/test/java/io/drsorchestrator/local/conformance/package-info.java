/** The conformance suite against our handler, and against ones that are broken on purpose. */
@NullMarked
package io.drsorchestrator.local.conformance;

import org.jspecify.annotations.NullMarked;
