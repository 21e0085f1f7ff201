/** Requests that mean harm, over the real handler and DynamoDB Local. */
@NullMarked
package io.drsorchestrator.local.hostile;

import org.jspecify.annotations.NullMarked;
