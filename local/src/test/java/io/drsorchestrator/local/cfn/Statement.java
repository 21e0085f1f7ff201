package io.drsorchestrator.local.cfn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A statement that allows something. */
record Statement(String sid, Set<String> actions, List<String> resources, JsonNode condition) {

  private static Statement of(JsonNode json) {
    return new Statement(
        json.path("Sid").asText(),
        new TreeSet<>(texts(json.path("Action"))),
        texts(json.path("Resource")),
        json.path("Condition"));
  }

  /** The statements of a role, those of its policies that stand apart included. */
  static List<Statement> ofRole(Deployed deployed, String role) {
    var statements = new ArrayList<Statement>();
    deployed
        .named(role)
        .property("Policies")
        .forEach(policy -> add(statements, policy.path("PolicyDocument")));
    deployed.ofType("AWS::IAM::RolePolicy").stream()
        .filter(policy -> policy.text("RoleName").equals(role))
        .forEach(policy -> add(statements, policy.property("PolicyDocument")));
    return statements;
  }

  private static void add(List<Statement> statements, JsonNode document) {
    document.path("Statement").forEach(statement -> statements.add(of(statement)));
  }

  private static List<String> texts(JsonNode one) {
    if (one.isTextual()) {
      return List.of(one.asText());
    }
    var texts = new ArrayList<String>();
    one.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** Whether it holds only while DRS acts in the caller's name. */
  boolean isForDrs() {
    return condition.toString().contains("\"aws:CalledVia\":\"drs.amazonaws.com\"");
  }

  boolean covers(String action, String resource) {
    return actions.contains(action)
        && resources.stream().anyMatch(pattern -> matches(pattern, resource));
  }

  private static boolean matches(String pattern, String resource) {
    return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), resource);
  }
}
