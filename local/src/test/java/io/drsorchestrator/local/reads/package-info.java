/** List, details and deletion through the handler, on AWS's own engine of DynamoDB. */
@NullMarked
package io.drsorchestrator.local.reads;

import org.jspecify.annotations.NullMarked;
