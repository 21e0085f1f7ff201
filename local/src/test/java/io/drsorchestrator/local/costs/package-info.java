/** What a poll costs: calls, consumed capacity and own processor time. */
@NullMarked
package io.drsorchestrator.local.costs;

import org.jspecify.annotations.NullMarked;
