package io.drsorchestrator.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.aws.drs.JobState;
import io.drsorchestrator.local.aws.drs.JobType;
import io.drsorchestrator.local.aws.scenario.ScenarioReader;
import io.drsorchestrator.local.aws.sns.Published;
import io.drsorchestrator.local.system.LocalSystem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A drill that nobody cleans up, with the real handler, its schedule, DynamoDB Local and the
 * simulated DRS and SNS: people are told once a day, until DRS has terminated what it left.
 */
final class LiveDrillTest {

  /** An hour, in which the schedule looks once, is 15 seconds. */
  private static final int TIME_SCALE = 240;

  private static final long PATIENCE = Duration.ofSeconds(90).toNanos();
  private static final long DAY = Duration.ofHours(25).toSeconds();

  private static List<Published> reminders(PlanRun run) {
    return run.system().aws().published().stream()
        .filter(message -> "drill_reminder".equals(message.attributes().get("eventType")))
        .toList();
  }

  private static void awaitReminders(PlanRun run, int count) {
    var until = System.nanoTime() + PATIENCE;
    while (reminders(run).size() < count && System.nanoTime() < until) {
      PlanRun.sleep();
    }
    assertThat(reminders(run)).hasSize(count);
  }

  /** Five quarters of an hour, so that the schedule has looked. */
  private static void passAnHour() {
    var until = System.nanoTime() + Duration.ofMinutes(75).dividedBy(TIME_SCALE).toNanos();
    while (System.nanoTime() < until) {
      PlanRun.sleep();
    }
  }

  /** As if it had happened a day and an hour earlier: nobody waits for that. */
  private static void age(PlanRun run, JsonNode details, String path) {
    var names = path.split("\\.");
    var time = names.length == 1 ? details.path(path) : details.at("/" + String.join("/", names));
    assertThat(time.isIntegralNumber()).as(path).isTrue();
    run.system()
        .dynamoDb()
        .updateItem(
            update ->
                update
                    .tableName(LocalSystem.TABLES.executionHistory())
                    .key(
                        Map.of(
                            "executionId", text(details.path("executionId").asText()),
                            "planId", text(details.path("planId").asText())))
                    .updateExpression("SET " + alias(names) + " = :earlier")
                    .expressionAttributeNames(
                        names.length == 1
                            ? Map.of("#a", names[0])
                            : Map.of("#a", names[0], "#b", names[1]))
                    .expressionAttributeValues(
                        Map.of(
                            ":earlier", AttributeValue.fromN(Long.toString(time.asLong() - DAY)))));
  }

  private static String alias(String... names) {
    return names.length == 1 ? "#a" : "#a.#b";
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static List<String> terminations(PlanRun run) {
    return run.system().aws().jobs().stream()
        .filter(job -> job.type() == JobType.TERMINATE)
        .map(JobState::jobId)
        .toList();
  }

  @Test
  void people_are_told_once_a_day_until_the_instances_are_terminated() {
    var scenario = ScenarioReader.parse("{" + PlanRun.QUICK + "}");
    try (var run = PlanRun.of(PlanRun.sample("single-wave.json"), scenario, TIME_SCALE)) {
      var details = run.untilEnd();
      assertThat(details.path("status").asText()).isEqualTo("COMPLETED");
      passAnHour();
      assertThat(reminders(run)).as("nothing is due").isEmpty();

      age(run, details, "endTime");
      awaitReminders(run, 1);
      var instance = details.at("/liveInstances/instances/0/instanceId").asText();
      assertThat(instance).startsWith("i-");
      assertThat(reminders(run).get(0).topic()).isEqualTo("drs-execution-notifications-local");
      assertThat(reminders(run).get(0).subject()).contains("drill still has 1 live instance:");
      assertThat(reminders(run).get(0).message())
          .contains("  " + instance + ": ", "/terminate-instances");
      passAnHour();
      assertThat(reminders(run)).as("not twice a day").hasSize(1);

      age(run, run.details(), "drillReminder.remindedTime");
      awaitReminders(run, 2);

      terminate(run);
    }
  }

  /** Nobody watches the termination: the next look, a day later, finds its end. */
  private static void terminate(PlanRun run) {
    assertThat(run.post("terminate-instances").path("totalTerminated").asInt()).isEqualTo(1);
    assertThat(terminations(run)).hasSize(1);
    var asked = run.details();
    assertThat(asked.at("/liveInstances/count").asInt()).as("DRS may still fail").isEqualTo(1);
    passAnHour();
    assertThat(run.details().has("instancesTerminated")).isFalse();

    age(run, run.details(), "terminationRequest.requestedAt");
    age(run, run.details(), "terminationInitiatedAt");
    age(run, run.details(), "drillReminder.remindedTime");
    passAnHour();

    assertThat(run.details().path("instancesTerminated").asBoolean()).isTrue();
    assertThat(run.details().at("/liveInstances/count").asInt(-1)).isZero();
    assertThat(run.get("report", "").at("/liveInstances/count").asInt(-1)).isZero();
    assertThat(reminders(run)).hasSize(2);
  }
}
