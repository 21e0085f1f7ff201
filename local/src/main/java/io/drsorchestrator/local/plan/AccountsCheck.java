package io.drsorchestrator.local.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.aws.input.InvalidInputException;
import java.util.List;

/** Whether the accounts of a plan file fit together: a plan is recovered in one account (7.7). */
final class AccountsCheck {

  private final List<JsonNode> groups;
  private final List<String> accounts;

  AccountsCheck(List<JsonNode> groups, List<JsonNode> accounts) {
    this.groups = groups;
    this.accounts = accounts.stream().map(account -> account.path("accountId").asText()).toList();
  }

  void check() {
    for (int i = 0; i < accounts.size(); i++) {
      if (!accounts.get(i).matches("[0-9]{12}")) {
        throw new InvalidInputException(
            "targetAccounts[" + i + "].accountId", accounts.get(i), "12 digits");
      }
    }
    for (int i = 0; i < groups.size(); i++) {
      checkGroup("protectionGroups[" + i + "].accountId", accountOf(groups.get(i)));
    }
  }

  private void checkGroup(String field, String account) {
    if (!account.equals(PlanFile.ACCOUNT) && !accounts.contains(account)) {
      throw new InvalidInputException(field, account, "an accountId of targetAccounts");
    }
    if (!account.equals(accountOf(groups.get(0)))) {
      throw new InvalidInputException(field, account, "the same account in all groups");
    }
  }

  private static String accountOf(JsonNode group) {
    return group.path("accountId").asText(PlanFile.ACCOUNT);
  }
}
