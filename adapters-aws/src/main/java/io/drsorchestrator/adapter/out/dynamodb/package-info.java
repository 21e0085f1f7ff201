/** The store: the existing DynamoDB tables, written field by field under conditions. */
@NullMarked
package io.drsorchestrator.adapter.out.dynamodb;

import org.jspecify.annotations.NullMarked;
