package io.drsorchestrator.local.cfn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The role in a target account: the handler may assume it, and may do there what it may do at home
 * (D45).
 */
final class TargetAccountTest {

  private static final String HANDLER_ROLE =
      "arn:aws:iam::" + Physical.ACCOUNT + ":role/ExecutionHandlerRole";
  private static final Stack TARGET =
      new Stack(
          "target",
          Template.read("target-account-stack.yaml"),
          Map.of("HubAccountId", Physical.ACCOUNT, "HandlerRoleArn", HANDLER_ROLE));

  private static JsonNode role() {
    return TARGET.resources().get(0).properties();
  }

  private static JsonNode recovery(JsonNode policies) {
    return StreamSupport.stream(policies.spliterator(), false)
        .filter(policy -> policy.path("PolicyName").asText().equals("recovery"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void recovery_needs_the_same_permissions_everywhere() {
    var home = Deployed.full().named("ExecutionHandlerRole").property("Policies");

    assertThat(recovery(role().path("Policies"))).isEqualTo(recovery(home));
    assertThat(role().path("Policies")).hasSize(1);
  }

  @Test
  void the_handler_may_assume_it_and_it_trusts_the_handler_alone() {
    var arn = "arn:aws:iam::444455556666:role/" + role().path("RoleName").asText();
    var trust = role().path("AssumeRolePolicyDocument").path("Statement");

    assertThat(Statement.ofRole(Deployed.full(), "ExecutionHandlerRole"))
        .anyMatch(statement -> statement.covers("sts:AssumeRole", arn));
    assertThat(trust).hasSize(1);
    var condition = trust.path(0).path("Condition");
    assertThat(condition.path("ArnEquals").path("aws:PrincipalArn").asText())
        .isEqualTo(HANDLER_ROLE);
    assertThat(condition.path("StringEquals").path("sts:ExternalId").asText())
        .as("the default of the target-accounts table (contract 2.11)")
        .isEqualTo("drs-orchestration-cross-account");
    assertThat(Deployed.full().stack().output("ExecutionHandlerRoleArn")).isEqualTo(HANDLER_ROLE);
  }

  @Test
  void the_default_name_is_that_of_the_contract() {
    assertThat(role().path("RoleName").asText()).isEqualTo("DRSOrchestrationCrossAccountRole");
  }
}
