package io.drsorchestrator.local.cfn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each machine's role allows what its ASL file does, and nothing else. */
final class MachinePermissionsTest {

  private static final Deployed DEPLOYED = Deployed.full();
  private static final String WAVES =
      Physical.arn("states", "stateMachine:aws-drs-orchestration-wave-prod");

  /** What logging and tracing need of every machine. */
  private static final Set<String> OBSERVED =
      Set.of(
          "logs:CreateLogDelivery",
          "logs:GetLogDelivery",
          "logs:UpdateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:DescribeResourcePolicies",
          "logs:DescribeLogGroups",
          "xray:PutTraceSegments",
          "xray:PutTelemetryRecords",
          "xray:GetSamplingRules",
          "xray:GetSamplingTargets");

  private static final Map<String, Set<String>> OF_RESOURCE =
      Map.of(
          "arn:aws:states:::lambda:invoke",
          Set.of("lambda:InvokeFunction"),
          "arn:aws:states:::lambda:invoke.waitForTaskToken",
          Set.of("lambda:InvokeFunction"),
          "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
          Set.of("cloudwatch:PutMetricData"),
          "arn:aws:states:::states:startExecution.sync:2",
          Set.of(
              "states:StartExecution",
              "states:DescribeExecution",
              "states:StopExecution",
              "events:PutTargets",
              "events:PutRule",
              "events:DescribeRule"));

  private static String text(String machine) {
    var location = DEPLOYED.named(machine).text("DefinitionS3Location");
    try {
      return Files.readString(Template.FOLDER.resolve(location));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> ofResource(String resource) {
    return Objects.requireNonNull(OF_RESOURCE.get(resource), resource);
  }

  private static Set<String> needed(String machine) {
    try {
      var needed = new TreeSet<>(OBSERVED);
      for (var state : new ObjectMapper().readTree(text(machine)).path("States")) {
        if (state.has("Resource")) {
          needed.addAll(ofResource(state.path("Resource").asText()));
        }
      }
      return needed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"ExecutionMachine, execution.asl.json", "WaveMachine, wave.asl.json"})
  void a_machine_may_do_what_its_definition_does(String machine, String file) {
    assertThat(DEPLOYED.named(machine).text("DefinitionS3Location")).isEqualTo("./" + file);
    var allowed = new TreeSet<String>();
    Statement.ofRole(DEPLOYED, machine + "Role")
        .forEach(statement -> allowed.addAll(statement.actions()));

    assertThat(allowed).isEqualTo(needed(machine));
    assertThat(DEPLOYED.named(machine).text("RoleArn")).endsWith("role/" + machine + "Role");
  }

  @ParameterizedTest
  @CsvSource({"ExecutionMachine", "WaveMachine"})
  void every_placeholder_of_a_definition_has_a_value(String machine) {
    var given = new TreeSet<String>();
    DEPLOYED
        .named(machine)
        .property("DefinitionSubstitutions")
        .fieldNames()
        .forEachRemaining(given::add);
    var asked = new TreeSet<String>();
    Pattern.compile("\\$\\{(\\w+)}")
        .matcher(text(machine))
        .results()
        .forEach(match -> asked.add(match.group(1)));

    assertThat(given).isEqualTo(asked);
  }

  @Test
  void machines_call_the_alias_and_one_another_by_name() {
    for (var machine : new String[] {"ExecutionMachine", "WaveMachine"}) {
      assertThat(substitution(machine, "ExecutionHandlerArn")).isEqualTo(Deployed.HANDLER);
      assertThat(allows(machine, "lambda:InvokeFunction", Deployed.HANDLER)).isTrue();
      assertThat(allows(machine, "lambda:InvokeFunction", Deployed.HANDLER.replace(":live", "")))
          .isFalse();
    }
    assertThat(substitution("ExecutionMachine", "WaveStateMachineArn")).isEqualTo(WAVES);
    assertThat(allows("ExecutionMachine", "states:StartExecution", WAVES)).isTrue();
    var run = WAVES.replace("stateMachine", "execution") + ":3f0c1c52";
    assertThat(allows("ExecutionMachine", "states:StopExecution", run)).isTrue();
    assertThat(allows("ExecutionMachine", "states:DescribeExecution", run)).isTrue();
  }

  private static String substitution(String machine, String name) {
    return DEPLOYED.named(machine).property("DefinitionSubstitutions").path(name).asText();
  }

  private static boolean allows(String machine, String action, String resource) {
    return Statement.ofRole(DEPLOYED, machine + "Role").stream()
        .anyMatch(statement -> statement.covers(action, resource));
  }

  /** D40: the execution data holds the task token. */
  @ParameterizedTest
  @CsvSource({"ExecutionMachine", "WaveMachine"})
  void a_machine_is_logged_without_its_data_and_traced(String machine) {
    JsonNode logging = DEPLOYED.named(machine).property("LoggingConfiguration");

    assertThat(logging.path("IncludeExecutionData").asBoolean(true)).isFalse();
    assertThat(logging.path("Level").asText()).isIn("ALL", "ERROR");
    assertThat(DEPLOYED.named(machine).property("TracingConfiguration").path("Enabled").asBoolean())
        .isTrue();
  }
}
