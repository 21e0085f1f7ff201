package io.drsorchestrator.local.cfn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.local.plan.PlanFile;
import io.drsorchestrator.local.system.LocalOptions;
import io.drsorchestrator.local.system.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What EventBridge sends reaches the handler, which understands it. */
final class EventsTest {

  private static final Deployed DEPLOYED = Deployed.full();

  private static JsonNode target(Deployed deployed, String rule) {
    var targets = deployed.named(rule).property("Targets");
    assertThat(targets).hasSize(1);
    return targets.path(0);
  }

  private static JsonNode input(Deployed deployed, String rule) throws IOException {
    return new ObjectMapper().readTree(target(deployed, rule).path("Input").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"FindEveryMinute", "WorkflowDied", "WeeklyDrill"})
  void every_rule_may_call_the_alias_and_leaves_dead_letters(String rule) {
    var target = target(DEPLOYED, rule);
    var arn = Physical.arn("events", "rule/" + DEPLOYED.named(rule).text("Name"));

    assertThat(target.path("Arn").asText()).isEqualTo(Deployed.HANDLER);
    assertThat(DEPLOYED.ofType("AWS::Lambda::Permission"))
        .anyMatch(
            permission ->
                permission.text("SourceArn").equals(arn)
                    && permission.text("Principal").equals("events.amazonaws.com"));
    assertThat(target.path("DeadLetterConfig").path("Arn").asText())
        .isEqualTo(DEPLOYED.stack().nested("Lambda").output("DeadLettersArn"));
    assertThat(DEPLOYED.named("DeadLettersPolicy").properties().toString()).contains(arn);
    assertThat(target.path("RetryPolicy").path("MaximumEventAgeInSeconds").asInt())
        .isBetween(60, 3600);
  }

  @Test
  void find_runs_every_minute() throws IOException {
    assertThat(DEPLOYED.named("FindEveryMinute").text("ScheduleExpression"))
        .isEqualTo("rate(1 minute)");
    assertThat(input(DEPLOYED, "FindEveryMinute"))
        .isEqualTo(new ObjectMapper().readTree("{\"operation\":\"find\"}"));
  }

  @ParameterizedTest
  @CsvSource({"none, ENABLED", "live, ENABLED", "beside, DISABLED"})
  void two_systems_never_poll_one_table(String phase, String state) {
    var deployed = Deployed.plain(Map.of("MigrationPhase", phase, "NameSuffix", "-v2"));

    assertThat(deployed.named("FindEveryMinute").text("State")).isEqualTo(state);
    assertThat(deployed.ofType("AWS::Events::Rule"))
        .extracting(Resource::name)
        .doesNotContain("WeeklyDrill");
  }

  @Test
  void only_the_end_of_an_execution_is_news() {
    var pattern = DEPLOYED.named("WorkflowDied").property("EventPattern");
    var machines = pattern.path("detail").path("stateMachineArn");

    assertThat(pattern.path("source").path(0).asText()).isEqualTo("aws.states");
    assertThat(pattern.path("detail").path("status").toString())
        .isEqualTo("[\"FAILED\",\"TIMED_OUT\",\"ABORTED\"]");
    assertThat(machines.path(0).asText()).isEqualTo(DEPLOYED.stack().output("StateMachineArn"));
    assertThat(DEPLOYED.stack().output("WaveStateMachineArn"))
        .doesNotStartWith(machines.path(0).asText());
  }

  @Test
  void drills_are_off_unless_asked_for() {
    assertThat(Deployed.plain(Map.of()).ofType("AWS::Events::Rule"))
        .extracting(Resource::name)
        .containsExactlyInAnyOrder("FindEveryMinute", "WorkflowDied");
  }

  /** D28: what the rule sends starts an execution, in the real handler. */
  @Test
  void a_scheduled_drill_starts_an_execution() throws IOException {
    var plan = PlanFile.parse(Files.readString(Path.of("samples", "three-tiers.json")));
    var drill = input(Deployed.full(Map.of("DrillPlanId", plan.planId())), "WeeklyDrill");

    try (var system = LocalSystem.start(LocalOptions.inProcess(plan, 30))) {
      var answer = system.invoke(drill);
      assertThat(answer.path("executionId").asText()).as(answer.toString()).isNotBlank();

      var found = system.invoke(input(DEPLOYED, "FindEveryMinute"));
      assertThat(found.path("statusCode").asInt()).as(found.toString()).isEqualTo(200);
    }
  }
}
