package io.drsorchestrator.local.cfn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The handler's role allows what its code does, and nothing else (D49). */
final class HandlerPermissionsTest {

  private static final String TABLE = "table/aws-drs-orchestration-";
  private static final Deployed DEPLOYED = Deployed.full();
  private static final List<Statement> STATEMENTS =
      Statement.ofRole(DEPLOYED, "ExecutionHandlerRole");

  private static Set<String> allowed() {
    return STATEMENTS.stream()
        .filter(statement -> !statement.isForDrs())
        .flatMap(statement -> statement.actions().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isAllowed(String action, String arn) {
    return STATEMENTS.stream()
        .filter(statement -> !statement.isForDrs())
        .anyMatch(statement -> statement.covers(action, arn));
  }

  @Test
  void the_calls_of_the_adapters_are_found() {
    assertThat(SdkCalls.ofAdapters())
        .as("calls, paginators, method references and parts of transactions")
        .contains(
            "dynamodb:Query",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "drs:StartRecovery",
            "drs:DescribeJobs",
            "ec2:DescribeInstances",
            "states:ListExecutions",
            "states:SendTaskSuccess",
            "sns:Publish",
            "sts:AssumeRole")
        .allMatch(
            action -> action.matches("(dynamodb|drs|ec2|states|sts|sns|cloudwatch):[A-Z]\\w+"));
  }

  @Test
  void every_call_is_allowed() {
    assertThat(allowed())
        .as("a call without its permission: add it to lambda-stack.yaml, with what it is for")
        .containsAll(SdkCalls.ofAdapters())
        .containsAll(Allowances.IMPLIED);
  }

  @Test
  void nothing_is_allowed_that_nobody_calls() {
    var idle = new TreeSet<>(allowed());
    idle.removeAll(SdkCalls.ofAdapters());
    List.of(Allowances.OF_DRS, Allowances.OF_LAMBDA, Allowances.IMPLIED).forEach(idle::removeAll);

    assertThat(idle).as("permissions that no call needs: take them out").isEmpty();
  }

  @Test
  void the_exceptions_are_needed() {
    assertThat(allowed()).containsAll(Allowances.OF_DRS).containsAll(Allowances.OF_LAMBDA);
  }

  /** Both ways for each table, as the store is wired. */
  @Test
  void what_is_called_on_a_table_is_allowed_on_that_table_and_nothing_else() {
    var calls = TableCalls.byTable();

    assertThat(calls)
        .containsOnlyKeys(
            "execution-history", "recovery-plans", "protection-groups", "target-accounts");
    calls.forEach(
        (table, actions) -> {
          var arn = Physical.arn("dynamodb", TABLE + table + "-prod");
          var allowed = new TreeSet<String>();
          STATEMENTS.forEach(
              statement ->
                  statement.actions().stream()
                      .filter(action -> action.startsWith("dynamodb:"))
                      .filter(action -> statement.covers(action, arn))
                      .forEach(allowed::add));
          assertThat(allowed).as(table).isEqualTo(actions);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"StatusIndex", "planIdIndex"})
  void indexes_can_be_queried_and_nothing_else(String index) {
    var arn = Physical.arn("dynamodb", TABLE + "execution-history-prod/index/" + index);

    assertThat(isAllowed("dynamodb:Query", arn)).isTrue();
    assertThat(isAllowed("dynamodb:Scan", arn)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "dynamodb:PutItem, recovery-plans-prod",
    "dynamodb:UpdateItem, protection-groups-prod",
    "dynamodb:DeleteItem, target-accounts-prod",
    "dynamodb:UpdateItem, execution-history-dev",
    "dynamodb:Query, source-server-inventory-prod"
  })
  void the_tables_of_others_cannot_be_changed(String action, String table) {
    assertThat(isAllowed(action, Physical.arn("dynamodb", TABLE + table))).isFalse();
  }

  @Test
  void its_own_workflows_can_be_started_seen_and_stopped_and_no_others() {
    var machine = DEPLOYED.named("ExecutionHandler").property("Environment");
    var arn = machine.path("Variables").path("STATE_MACHINE_ARN").asText();
    var run = arn.replace("stateMachine", "execution") + ":3f0c1c52";

    assertThat(isAllowed("states:StartExecution", arn)).isTrue();
    assertThat(isAllowed("states:ListExecutions", arn)).isTrue();
    assertThat(isAllowed("states:DescribeExecution", run)).isTrue();
    assertThat(isAllowed("states:StopExecution", run)).isTrue();
    assertThat(isAllowed("states:StartExecution", arn.replace("-prod", "-dev"))).isFalse();
    assertThat(isAllowed("states:StopExecution", run.replace("-prod", "-dev"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"beside, true", "live, true", "none, false"})
  void workflows_of_the_existing_system_are_within_reach_while_there_are_any(
      String phase, boolean reached) {
    var statements =
        Statement.ofRole(
            Deployed.plain(
                Map.of("MigrationPhase", phase, "NameSuffix", "-v2", "Environment", "prod")),
            "ExecutionHandlerRole");
    var old = Physical.arn("states", "execution:aws-drs-orchestration-orchestration-prod:3f0c1c52");

    for (var action : List.of("states:DescribeExecution", "states:StopExecution")) {
      assertThat(statements.stream().anyMatch(statement -> statement.covers(action, old)))
          .isEqualTo(reached);
    }
  }

  /** What changes or destroys anything in EC2: in no other way than through DRS. */
  @Test
  void instances_and_disks_are_out_of_reach_unless_drs_calls() {
    var changing =
        allowed().stream()
            .filter(action -> action.startsWith("ec2:"))
            .filter(action -> !action.matches("ec2:(Describe|Get).*"));

    assertThat(changing)
        .containsExactlyInAnyOrder(
            "ec2:CreateLaunchTemplateVersion",
            "ec2:DeleteLaunchTemplateVersions",
            "ec2:ModifyLaunchTemplate");
    assertThat(STATEMENTS)
        .filteredOn(Statement::isForDrs)
        .flatExtracting(Statement::actions)
        .contains("ec2:RunInstances", "ec2:TerminateInstances", "ec2:CreateVolume")
        .allMatch(action -> action.matches("(ec2|ssm):.*"));
  }

  @Test
  void dangerous_permissions_are_tied_to_a_condition() {
    var tied =
        Set.of(
            "iam:PassRole",
            "sts:AssumeRole",
            "kms:CreateGrant",
            "kms:Decrypt",
            "ec2:ModifyLaunchTemplate");
    assertThat(STATEMENTS)
        .filteredOn(statement -> statement.actions().stream().anyMatch(tied::contains))
        .isNotEmpty()
        .allSatisfy(
            statement -> assertThat(statement.condition()).as(statement.sid()).isNotEmpty());
    assertThat(STATEMENTS)
        .filteredOn(statement -> statement.resources().contains("*"))
        .flatExtracting(Statement::sid)
        .as("those for which IAM knows no resource, or DRS names none")
        .containsExactlyInAnyOrder(
            "IsTraced",
            "RingsWaitingWorkflows",
            "ReadsDrs",
            "ReadsEc2",
            "LaunchesWhenDrsCalls",
            "ChangesWhatDrsMadeWhenDrsCalls",
            "RunsPostLaunchActionsWhenDrsCalls");
  }

  /** IAM takes 10,240 characters of inline policies for a role, white space not counted. */
  @Test
  void the_inline_policies_of_a_role_are_not_too_long() {
    Stream.concat(
            DEPLOYED.ofType("AWS::IAM::Role").stream(),
            DEPLOYED.ofType("AWS::IAM::RolePolicy").stream())
        .collect(
            Collectors.groupingBy(
                resource ->
                    resource.type().endsWith("RolePolicy")
                        ? resource.text("RoleName")
                        : resource.name(),
                Collectors.summingInt(HandlerPermissionsTest::length)))
        .forEach((role, length) -> assertThat(length).as(role).isLessThan(9_500));
  }

  private static int length(Resource resource) {
    var length = resource.property("PolicyDocument").toString().length();
    for (var policy : resource.property("Policies")) {
      length += policy.path("PolicyDocument").toString().length();
    }
    return length;
  }
}
