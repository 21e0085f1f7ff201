/** The Lambda function: which event means which operation, and the JSON on both sides. */
@NullMarked
package io.drsorchestrator.adapter.in.lambda;

import org.jspecify.annotations.NullMarked;
