package io.drsorchestrator.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.AwsLocation;
import io.drsorchestrator.local.aws.drs.JobState;
import io.drsorchestrator.local.aws.drs.RecoveryInstance;
import io.drsorchestrator.local.aws.drs.ServerTemplate;
import io.drsorchestrator.local.aws.scenario.ScenarioReader;
import io.drsorchestrator.local.system.LocalOptions;
import io.drsorchestrator.local.system.LocalSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A plan whose servers are in two Regions of another account: one wave by tags, one by ids, both
 * with launch settings. The simulated accounts see nothing of each other, and the orchestrator's
 * own account has no DRS at all: whatever is asked with the wrong credentials fails.
 */
final class CrossAccountTest {

  private static final String TARGET = "444455556666";
  private static final AwsLocation FRANKFURT = new AwsLocation(TARGET, "eu-central-1");
  private static final AwsLocation IRELAND = new AwsLocation(TARGET, "eu-west-1");

  /** Jobs end after DRS has named their instances, as they usually do. */
  private static final String CALM =
      """
      {"timings": {"startSeconds": [1, 2], "pendingSeconds": [5, 15], "inProgressSeconds": [5, 15],
                   "endSeconds": [12, 15]}}
      """;

  private static ObjectNode context(String accountId, boolean isOurs) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("accountId", accountId)
        .put("isCurrentAccount", isOurs);
  }

  private static ObjectNode target(String externalId) {
    return context(TARGET, false)
        .put("assumeRoleName", "RecoveryRole")
        .put("externalId", externalId);
  }

  private static PlanRun run(ObjectNode account, String scenario) {
    return PlanRun.in(
        account, PlanRun.sample("cross-account.json"), ScenarioReader.parse(scenario));
  }

  @Test
  void two_regions_of_another_account_are_recovered_with_their_launch_settings() {
    try (var run = run(target("only-we-know"), CALM)) {
      var ended = run.untilEnd();

      assertThat(ended.path("status").asText()).as("%s", ended).isEqualTo("COMPLETED");
      var aws = run.system().aws();
      assertThat(aws.jobs()).extracting(JobState::location).containsExactly(IRELAND, FRANKFURT);
      assertThat(aws.calls("sts", "AssumeRole")).isPositive();
      assertThat(servers(ended))
          .extracting(server -> server.path("serverName").asText())
          .as("selected by tags in the first wave, by ids in the second")
          .containsExactlyInAnyOrder("db01", "db02", "web01", "web02");
      assertThat(ended.toString()).doesNotContain("launchWarning");
      launchedByTheirSettings(aws.instances(FRANKFURT), aws.instances(IRELAND));
      enriched(servers(ended), aws.instances(FRANKFURT), aws.instances(IRELAND));
    }
  }

  private static void launchedByTheirSettings(
      List<RecoveryInstance> databases, List<RecoveryInstance> web) {
    assertThat(databases)
        .extracting(RecoveryInstance::template)
        .hasSize(2)
        .containsOnly(
            new ServerTemplate(
                "r5.xlarge",
                "subnet-0000000000000db01",
                List.of("sg-0000000000000db01"),
                Optional.of("RecoveredDatabase"),
                Optional.empty()));
    assertThat(databases).allMatch(instance -> "db".equals(instance.tags().get("dr")));
    assertThat(web)
        .extracting(RecoveryInstance::template)
        .hasSize(2)
        .containsOnly(
            new ServerTemplate(
                "m5.large",
                "subnet-000000000000eb01a",
                List.of("sg-000000000000eb01a"),
                Optional.empty(),
                Optional.empty()));
  }

  /** What the record tells is what EC2 has in that account and Region. */
  private static void enriched(
      List<JsonNode> servers, List<RecoveryInstance> databases, List<RecoveryInstance> web) {
    var instances = new ArrayList<>(databases);
    instances.addAll(web);
    assertThat(servers)
        .extracting(server -> server.path("instanceId").asText())
        .containsExactlyInAnyOrderElementsOf(instances.stream().map(RecoveryInstance::id).toList());
    assertThat(servers)
        .allSatisfy(
            server -> {
              var instance =
                  instances.stream()
                      .filter(it -> it.id().equals(server.path("instanceId").asText()))
                      .findFirst()
                      .orElseThrow();
              assertThat(server.path("privateIp").asText()).isEqualTo(instance.privateIp());
              assertThat(server.path("instanceType").asText())
                  .isEqualTo(instance.template().instanceType());
            });
  }

  private static LocalSystem system(String scenario) {
    var plan = PlanRun.sample("cross-account.json").withScenario(ScenarioReader.parse(scenario));
    return LocalSystem.start(LocalOptions.inProcess(plan, 30));
  }

  private static JsonNode start(LocalSystem system, ObjectNode account) {
    return PlanRun.startIn(system, account, PlanRun.sample("cross-account.json"));
  }

  /** The sabotage: servers of another account, asked for with our own credentials. */
  @Test
  void our_own_account_is_not_taken_for_the_one_of_the_groups() {
    try (var system = system(CALM)) {
      var answer = start(system, context("111122223333", true));

      assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
      assertThat(answer.path("body").asText())
          .contains("ACCOUNT_CONTEXT_MISMATCH", "111122223333", TARGET);
      assertThat(system.aws().jobs()).isEmpty();
      assertThat(system.aws().calls("sts", "AssumeRole")).isZero();
    }
  }

  @Test
  void with_another_external_id_nothing_starts_and_the_answer_says_why() {
    try (var system = system(CALM)) {
      var answer = start(system, target("a-guess"));

      assertThat(answer.path("statusCode").asInt()).isEqualTo(503);
      assertThat(answer.path("body").asText())
          .contains("arn:aws:iam::444455556666:role/RecoveryRole", "external id")
          .doesNotContain("a-guess");
      assertThat(system.aws().jobs()).isEmpty();
    }
  }

  @Test
  void while_sts_is_down_nothing_starts_and_later_everything_does() throws InterruptedException {
    var down =
        """
        {%s, "faults": [{"service": "sts", "effect": "error", "errorCode": "ServiceUnavailable",
                         "untilSeconds": 90}]}
        """
            .formatted(PlanRun.QUICK);
    try (var system = system(down)) {
      var refused = start(system, target("only-we-know"));
      assertThat(refused.path("statusCode").asInt()).isEqualTo(503);
      assertThat(refused.path("body").asText()).contains("Nothing has been started");

      Thread.sleep(4_000);

      assertThat(start(system, target("only-we-know")).path("statusCode").asInt()).isEqualTo(200);
    }
  }

  private static List<JsonNode> servers(JsonNode document) {
    var servers = new ArrayList<JsonNode>();
    document.path("waves").findValues("serverStatuses").forEach(all -> all.forEach(servers::add));
    assertThat(Set.copyOf(servers)).hasSameSizeAs(servers);
    return servers;
  }
}
