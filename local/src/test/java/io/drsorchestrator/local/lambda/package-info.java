/** Tests of the Lambda service, with processes of the function. */
@NullMarked
package io.drsorchestrator.local.lambda;

import org.jspecify.annotations.NullMarked;
