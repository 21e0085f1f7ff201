package io.drsorchestrator.local.cfn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each template by itself: nothing dangles, nothing is idle, nothing of others is touched. */
final class TemplatesTest {

  /** Of contract 7.1 and before the consolidation: not ours, or gone. */
  private static final Pattern OTHERS_FUNCTIONS =
      Pattern.compile(
          "execution-finder|execution-poller|orch-sf|data-management|query-handler"
              + "|notification-formatter");

  private static final List<String> KEPT = List.of("AWS::DynamoDB::Table");

  static List<Template> templates() {
    return Template.all();
  }

  @Test
  void these_are_the_templates() {
    assertThat(templates())
        .map(Template::file)
        .containsExactly(
            "api-gateway-core-stack.yaml",
            "api-gateway-deployment-stack.yaml",
            "api-gateway-methods-stack.yaml",
            "database-stack.yaml",
            "eventbridge-stack.yaml",
            "lambda-stack.yaml",
            "main-stack.yaml",
            "monitoring-stack.yaml",
            "step-functions-stack.yaml",
            "target-account-stack.yaml");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void every_reference_has_something_to_refer_to(Template template) {
    var known = new TreeSet<>(template.names("Parameters"));
    known.addAll(template.names("Resources"));

    var references = References.of(template);
    assertThat(references.names())
        .filteredOn(name -> !name.startsWith("AWS::"))
        .as("Ref, Sub and DependsOn")
        .isSubsetOf(known);
    assertThat(references.attributes())
        .map(attribute -> attribute.substring(0, attribute.indexOf('.')))
        .as("GetAtt")
        .isSubsetOf(template.names("Resources"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void every_parameter_and_condition_is_used_and_exists(Template template) {
    var references = References.of(template);

    assertThat(references.names()).containsAll(template.names("Parameters"));
    assertThat(references.conditions())
        .containsExactlyInAnyOrderElementsOf(template.names("Conditions"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void nothing_touches_the_functions_of_others(Template template) {
    assertThat(OTHERS_FUNCTIONS.matcher(template.json().path("Resources").toString()).results())
        .isEmpty();
  }

  @Test
  void there_is_one_function() {
    var functions = new TreeSet<String>();
    for (var template : templates()) {
      template
          .resources()
          .forEach(
              (name, resource) -> {
                if (resource.path("Type").asText().equals("AWS::Lambda::Function")) {
                  functions.add(template + " " + name);
                }
              });
    }
    assertThat(functions).containsExactly("lambda-stack.yaml ExecutionHandler");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void tables_versions_and_settings_of_the_account_outlive_the_stack(Template template) {
    template
        .resources()
        .forEach(
            (name, resource) -> {
              var type = resource.path("Type").asText();
              if (KEPT.contains(type) || type.endsWith("Version") || type.endsWith("::Account")) {
                assertThat(resource.path("DeletionPolicy").asText()).as(name).isEqualTo("Retain");
                assertThat(resource.path("UpdateReplacePolicy").asText())
                    .as(name)
                    .isEqualTo("Retain");
              }
            });
  }

  @Test
  void tables_are_protected_and_have_the_keys_of_the_contract() {
    var database = Template.read("database-stack.yaml");
    assertThat(database.resources()).hasSize(4);
    database
        .resources()
        .forEach(
            (name, table) -> {
              var properties = table.path("Properties");
              assertThat(properties.path("DeletionProtectionEnabled").asBoolean()).isTrue();
              assertThat(
                      properties
                          .path("PointInTimeRecoverySpecification")
                          .path("PointInTimeRecoveryEnabled")
                          .asBoolean())
                  .as(name)
                  .isTrue();
            });
    assertThat(keys(database.resource("ExecutionHistoryTable").path("Properties")))
        .isEqualTo("executionId planId");
    assertThat(keys(database.resource("RecoveryPlansTable").path("Properties")))
        .isEqualTo("planId");
    assertThat(keys(database.resource("ProtectionGroupsTable").path("Properties")))
        .isEqualTo("groupId");
    assertThat(keys(database.resource("TargetAccountsTable").path("Properties")))
        .isEqualTo("accountId");
    assertThat(
            database
                .resource("ExecutionHistoryTable")
                .path("Properties")
                .path("GlobalSecondaryIndexes")
                .findValuesAsText("IndexName"))
        .containsExactly("StatusIndex", "planIdIndex");
  }

  private static String keys(JsonNode table) {
    return String.join(" ", table.path("KeySchema").findValuesAsText("AttributeName"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void every_statement_says_what_it_is_for(Template template) {
    for (var document : documents(template.json().path("Resources"))) {
      for (var statement : document.path("Statement")) {
        statement(statement);
      }
    }
  }

  private static void statement(JsonNode statement) {
    if (statement.has("Fn::If")) {
      statement(statement.path("Fn::If").path(1));
      return;
    }
    assertThat(statement.path("Sid").asText()).as(statement.toString()).isNotBlank();
    assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
    assertThat(statement.path("Action").toString()).doesNotContain("*");
  }

  private static Set<JsonNode> documents(JsonNode resources) {
    var found = new LinkedHashSet<JsonNode>(resources.findValues("PolicyDocument"));
    found.addAll(resources.findValues("AssumeRolePolicyDocument"));
    return found;
  }

  /** The setting is for local runs: with it everybody may do everything (D43). */
  @ParameterizedTest
  @MethodSource("templates")
  void no_template_switches_the_authorization_off(Template template) {
    assertThat(template.json().toString()).doesNotContain("API_AUTHORIZATION");
  }
}
