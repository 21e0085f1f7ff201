package io.drsorchestrator.local.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.local.aws.input.InvalidInputException;
import io.drsorchestrator.local.aws.sts.TargetRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a plan file says of accounts and Regions, and what does not fit together. */
class PlanFileAccountsTest {

  private final String sample = Files.readString(Path.of("samples", "cross-account.json"));

  PlanFileAccountsTest() throws IOException {}

  private void refuses(String json, String field, String allowed) {
    assertThatThrownBy(() -> PlanFile.parse(json))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(field)
        .hasMessageContaining(allowed);
  }

  @Test
  void the_role_of_a_target_account_is_the_one_of_its_item() {
    assertThat(PlanFile.parse(sample).targetRoles())
        .containsExactly(
            new TargetRole("444455556666", "RecoveryRole", Optional.of("only-we-know")));
  }

  @Test
  void or_the_default_one() {
    var bare =
        sample
            .replace("\"assumeRoleName\": \"RecoveryRole\",", "\"assumeRoleName\": null,")
            .replace("\"externalId\": \"only-we-know\"", "\"externalId\": null");

    assertThat(PlanFile.parse(bare).targetRoles())
        .containsExactly(
            new TargetRole(
                "444455556666",
                "DRSOrchestrationCrossAccountRole",
                Optional.of("drs-orchestration-cross-account")));
  }

  @Test
  void an_account_that_nobody_knows_is_refused() {
    refuses(
        sample.replaceFirst("\"accountId\": \"444455556666\"", "\"accountId\": \"777788889999\""),
        "protectionGroups[0].accountId",
        "an accountId of targetAccounts");
  }

  @Test
  void a_plan_of_two_accounts_is_refused() {
    var first = sample.indexOf("\"accountId\": \"444455556666\"");
    var second = sample.indexOf("\"accountId\": \"444455556666\"", first + 1);
    var mixed =
        sample.substring(0, second)
            + "\"accountId\": \"111122223333\""
            + sample.substring(second + "\"accountId\": \"444455556666\"".length());

    refuses(mixed, "protectionGroups[1].accountId", "the same account in all groups");
  }

  @Test
  void an_account_id_that_is_none_is_refused() {
    refuses(sample.replace("444455556666", "44445555"), "accountId", "12 digits");
  }

  @Test
  void a_server_of_another_region_than_its_group_is_refused() {
    var last = sample.lastIndexOf("eu-west-1");
    var moved = sample.substring(0, last) + "eu-west-2" + sample.substring(last + 9);

    refuses(moved, "plan.waves[1].serverIds", "444455556666 eu-west-1");
  }
}
