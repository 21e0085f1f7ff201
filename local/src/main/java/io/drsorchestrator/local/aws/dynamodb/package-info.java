/** DynamoDB Local, AWS's own engine, in this process and on loopback. */
@NullMarked
package io.drsorchestrator.local.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
