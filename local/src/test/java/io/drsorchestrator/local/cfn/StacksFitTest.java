package io.drsorchestrator.local.cfn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The nested stacks together: what one gives, another takes; names are free, and those that are
 * asked for.
 */
final class StacksFitTest {

  private static final Template MAIN = Template.read("main-stack.yaml");
  private static final String PREFIX = "aws-drs-orchestration-";

  /** Names that the existing system has in the same account and Region (contract 2.1, 6.1, 7). */
  private static final Set<String> TAKEN =
      Set.of(
          PREFIX + "execution-handler-prod",
          PREFIX + "orch-sf-prod",
          PREFIX + "data-management-handler-prod",
          PREFIX + "query-handler-prod",
          PREFIX + "orchestration-prod",
          PREFIX + "execution-polling-schedule-prod",
          PREFIX + "execution-finder-schedule-prod",
          PREFIX + "weekly-drill-wave1-prod",
          PREFIX + "lambda-dlq-prod",
          PREFIX + "state-machine-arn-prod",
          PREFIX + "state-machine-name-prod",
          PREFIX + "eventbridge-role-prod",
          PREFIX + "execution-history-prod",
          PREFIX + "recovery-plans-prod",
          PREFIX + "protection-groups-prod",
          PREFIX + "target-accounts-prod",
          "/aws/lambda/" + PREFIX + "execution-handler-prod");

  private static final Map<String, Integer> LONGEST =
      Map.of(
          "FunctionName", 64,
          "StateMachineName", 80,
          "QueueName", 80,
          "AlarmName", 255,
          "DashboardName", 255,
          "TopicName", 256);

  static Stream<String> nestedStacks() {
    return MAIN.nested().keySet().stream();
  }

  @Test
  void every_stack_of_the_system_is_nested_in_the_main_stack() {
    assertThat(MAIN.nested().values())
        .map(Template::of)
        .map(Template::file)
        .containsExactlyInAnyOrderElementsOf(
            Template.all().stream()
                .map(Template::file)
                .filter(file -> !file.equals("main-stack.yaml"))
                .filter(file -> !file.equals("target-account-stack.yaml"))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("nestedStacks")
  void a_nested_stack_is_given_each_of_its_parameters_and_nothing_else(String id) {
    var stack = MAIN.resource(id);
    var given = new TreeSet<String>();
    stack.path("Properties").path("Parameters").fieldNames().forEachRemaining(given::add);

    assertThat(given).isEqualTo(Template.of(stack).names("Parameters"));
  }

  /** A value that the main stack allows may not be one that a nested stack refuses. */
  @ParameterizedTest
  @MethodSource("nestedStacks")
  void a_parameter_has_the_same_default_and_values_in_all_stacks(String id) {
    var nested = Template.of(MAIN.resource(id)).json().path("Parameters");
    nested
        .properties()
        .forEach(
            parameter -> {
              var outer = MAIN.json().path("Parameters").path(parameter.getKey());
              if (outer.isMissingNode()) {
                return;
              }
              var inner = parameter.getValue();
              if (inner.has("AllowedValues")) {
                assertThat(inner.path("AllowedValues"))
                    .as(parameter.getKey())
                    .isEqualTo(outer.path("AllowedValues"));
              }
              if (inner.has("Default")) {
                assertThat(inner.path("Default"))
                    .as(parameter.getKey())
                    .isEqualTo(outer.path("Default"));
              }
            });
  }

  @Test
  void everything_has_a_value_whatever_is_switched_on() {
    assertThat(Deployed.full().resources()).hasSizeGreaterThan(90);
    assertThat(Deployed.plain(Map.of()).resources()).hasSizeGreaterThan(40);
    assertThat(Deployed.plain(migrating("beside")).resources()).hasSizeGreaterThan(40);
    assertThat(Deployed.full(Map.of("OrchestrationRoleArn", "arn:aws:iam::1:role/x")).resources())
        .noneMatch(
            resource ->
                resource.type().equals("AWS::IAM::Role") && !resource.name().equals("ApiLogRole"));
  }

  private static Map<String, String> migrating(String phase) {
    return Map.of("MigrationPhase", phase, "NameSuffix", "-v2", "Environment", "prod");
  }

  @Test
  void exports_are_unique_and_the_handler_is_the_only_function_among_them() {
    var exports = Deployed.full().stack().exports();

    assertThat(exports).doesNotHaveDuplicates();
    assertThat(exports)
        .filteredOn(name -> name.contains("Handler") || name.contains("Lambda"))
        .containsExactly("executions-ExecutionHandlerArn");
    assertThat(exports)
        .contains(
            PREFIX + "state-machine-arn-prod",
            PREFIX + "state-machine-name-prod",
            "executions-StateMachineArn",
            "executions-ApiEndpoint",
            "executions-Database-1ABC-ExecutionHistoryTableName",
            "executions-Database-1ABC-SchemaVersion");
  }

  @Test
  void the_names_are_those_of_the_contract() {
    assertThat(names(Deployed.full()))
        .contains(
            PREFIX + "execution-handler-prod",
            PREFIX + "orchestration-prod",
            PREFIX + "execution-polling-schedule-prod",
            PREFIX + "execution-history-prod",
            PREFIX + "recovery-plans-prod",
            PREFIX + "protection-groups-prod",
            PREFIX + "target-accounts-prod");
  }

  /**
   * TC-1.1: two functions, machines, rules or exports of one name cannot be, and the first stays.
   */
  @Test
  void beside_the_existing_system_no_name_is_taken_twice() {
    for (var phase : List.of("beside", "live")) {
      var deployed =
          Deployed.plain(
              Map.of(
                  "MigrationPhase", phase,
                  "NameSuffix", "-v2",
                  "Environment", "prod",
                  "UserPoolArn", "arn",
                  "EnableWeeklyDrill", "true",
                  "DrillPlanId", "plan"));

      assertThat(names(deployed)).doesNotContainAnyElementsOf(TAKEN);
      assertThat(deployed.stack().exports()).doesNotContainAnyElementsOf(TAKEN);
      assertThat(deployed.ofType("AWS::DynamoDB::Table")).isEmpty();
      assertThat(deployed.named("ExecutionHandler").property("Environment").toString())
          .contains(PREFIX + "execution-history-prod");
    }
  }

  @Test
  void the_longest_project_name_still_makes_valid_names() {
    int most = MAIN.json().path("Parameters").path("ProjectName").path("MaxLength").asInt();
    var longest = Deployed.full(Map.of("ProjectName", "p".repeat(most), "NameSuffix", "-12345678"));
    longest.resources().stream()
        .filter(resource -> !resource.text("FunctionName").startsWith("arn:"))
        .forEach(
            resource ->
                LONGEST.forEach(
                    (property, length) ->
                        assertThat(resource.text(property))
                            .as("%s %s", resource, property)
                            .hasSizeLessThanOrEqualTo(length)));
    assertThat(longest.ofType("AWS::Events::Rule"))
        .allSatisfy(rule -> assertThat(rule.text("Name")).hasSizeLessThanOrEqualTo(64));
  }

  private static List<String> names(Deployed deployed) {
    return deployed.resources().stream()
        .flatMap(
            resource ->
                Stream.of(
                        "FunctionName",
                        "StateMachineName",
                        "Name",
                        "TableName",
                        "QueueName",
                        "LogGroupName",
                        "TopicName",
                        "AlarmName")
                    .filter(property -> !resource.type().endsWith("Alias"))
                    .map(resource::text))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** The order of an upgrade: the handler, then the machines, then what may start one. */
  @Test
  void machines_change_after_the_handler_and_the_api_is_published_last() {
    var after = new TreeMap<String, Set<String>>();
    MAIN.nested()
        .forEach((id, stack) -> after.put(id, References.of(new Template(id, wrap(stack))).all()));

    assertThat(after.get("StepFunctions")).contains("Lambda.Outputs.ExecutionHandlerAliasArn");
    assertThat(after.get("ApiDeployment")).contains("ApiMethods", "StepFunctions");
  }

  private static JsonNode wrap(JsonNode stack) {
    return JsonNodeFactory.instance.objectNode().set("Resources", stack);
  }
}
