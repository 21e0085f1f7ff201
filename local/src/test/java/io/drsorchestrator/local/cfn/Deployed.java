package io.drsorchestrator.local.cfn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole of main-stack.yaml as it would stand in an account. */
record Deployed(Stack stack, List<Resource> resources) {

  static final String HANDLER =
      Physical.arn("lambda", "function:aws-drs-orchestration-execution-handler-prod:live");

  /** With everything that can be switched on. */
  private static final Map<String, String> FULL =
      Map.ofEntries(
          Map.entry("Environment", "prod"),
          Map.entry("CreateTables", "true"),
          Map.entry("UserPoolArn", Physical.arn("cognito-idp", "userpool/pool")),
          Map.entry("ExistingRestApiId", "old123"),
          Map.entry("RecoveryPlanRoutes", "true"),
          Map.entry("CreateApiLogRole", "true"),
          Map.entry("AdminEmail", "operator@example.com"),
          Map.entry("ExecutionNotificationsTopicArn", Physical.arn("sns", "notifications")),
          Map.entry("DRSAlertsTopicArn", Physical.arn("sns", "alerts")),
          Map.entry("ExecutionPauseTopicArn", Physical.arn("sns", "pauses")),
          Map.entry("TopicsKmsKeyArn", Physical.arn("kms", "key/topics")),
          Map.entry("TablesKmsKeyArn", Physical.arn("kms", "key/tables")),
          Map.entry("EnableWeeklyDrill", "true"),
          Map.entry("DrillPlanId", "8a1de9a4-2c0d-4a5b-8f3e-0a6f6d1c2b77"),
          Map.entry("HandlerCodeSha256", "c2hhMjU2"),
          Map.entry("HandlerRevision", "revision"));

  static Deployed full() {
    return full(Map.of());
  }

  static Deployed full(Map<String, String> but) {
    var parameters = new HashMap<>(FULL);
    parameters.putAll(but);
    return of(parameters);
  }

  /** With nothing but what has no default. */
  static Deployed plain(Map<String, String> but) {
    var parameters = new HashMap<>(but);
    parameters.put("HandlerCodeSha256", "c2hhMjU2");
    parameters.put("HandlerRevision", "revision");
    return of(parameters);
  }

  private static Deployed of(Map<String, String> parameters) {
    var stack = new Stack("executions", Template.read("main-stack.yaml"), parameters);
    return new Deployed(stack, stack.resources());
  }

  List<Resource> ofType(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  Resource named(String name) {
    return resources.stream()
        .filter(resource -> resource.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + name));
  }
}
