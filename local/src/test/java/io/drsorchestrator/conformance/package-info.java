/**
 * The conformance suite: what every execution-handler must do, as JSON over HTTP against any
 * endpoint that speaks Lambda Invoke. It knows no class of this project.
 */
@NullMarked
package io.drsorchestrator.conformance;

import org.jspecify.annotations.NullMarked;
