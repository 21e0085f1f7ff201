/**
 * A small model of DynamoDB for one thread: the expressions that we use, every version kept, and
 * held against DynamoDB Local by a differential test.
 */
@NullMarked
package io.drsorchestrator.local.simulate.store;

import org.jspecify.annotations.NullMarked;
