/** The REST API of API Gateway in front of the Lambda function, with proxy integrations. */
@NullMarked
package io.drsorchestrator.local.apigateway;

import org.jspecify.annotations.NullMarked;
