package io.drsorchestrator.application.read;

import io.drsorchestrator.application.port.ExecutionListing.Head;
import io.vavr.control.Option;

/**
 * Which part of the list is asked for (contract 3.4).
 *
 * @param limit how many executions at most
 * @param accountId those of this account and those of which it is not known
 * @param after where the page before has ended
 */
public record ListQuery(int limit, Option<String> accountId, Option<ListPosition> after) {

  boolean matches(Head head) {
    return accountId.forAll(wanted -> head.accountId().forAll(wanted::equals))
        && after.forAll(ListPosition.of(head)::isAfter);
  }
}
