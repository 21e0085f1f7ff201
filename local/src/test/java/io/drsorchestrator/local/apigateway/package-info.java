/** The REST API in front of the function. */
@NullMarked
package io.drsorchestrator.local.apigateway;

import org.jspecify.annotations.NullMarked;
