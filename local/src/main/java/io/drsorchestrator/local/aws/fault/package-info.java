/**
 * Faults of the API itself, such as throttling and lost answers, and the endpoint that plays them.
 */
@NullMarked
package io.drsorchestrator.local.aws.fault;

import org.jspecify.annotations.NullMarked;
