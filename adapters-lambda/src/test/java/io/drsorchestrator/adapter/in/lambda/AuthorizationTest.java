package io.drsorchestrator.adapter.in.lambda;

import static io.drsorchestrator.adapter.in.lambda.Bench.body;
import static io.drsorchestrator.adapter.in.lambda.Bench.json;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.api.OpenApiContract;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may give which command (contract 3.1, D43), written down a second time. */
final class AuthorizationTest {

  private static final List<String> GROUPS =
      List.of(
          "DRSOrchestrationAdmin",
          "DRSRecoveryManager",
          "DRSPlanManager",
          "DRSOperator",
          "DRSReadOnly",
          "DRSAuditor");

  /** The columns are the groups, in their order. */
  private static final String MATRIX =
      """
      POST /executions                            yes yes yes yes no no
      POST /recovery-plans/{id}/execute           yes yes yes yes no no
      POST /recovery-plans/{id}/preflight         yes yes yes yes no no
      POST /executions/{id}/resume                yes yes yes yes no no
      POST /executions/{id}/pause                 yes yes yes yes no no
      POST /executions/{id}/cancel                yes yes yes yes no no
      DELETE /executions                          yes yes yes yes no no
      POST /executions/delete                     yes yes yes yes no no
      POST /executions/{id}/terminate-instances   yes yes no  no  no no
      """;

  private static Stream<String[]> lines() {
    return MATRIX.lines().map(line -> line.split("\\s+", -1));
  }

  static Stream<Arguments> each_group_may_do_what_the_matrix_says() {
    return lines()
        .flatMap(
            line ->
                GROUPS.stream()
                    .map(
                        group ->
                            Arguments.of(
                                line[0],
                                line[1],
                                group,
                                line[2 + GROUPS.indexOf(group)].equals("yes"))));
  }

  /** A command that could be given if it were allowed, for nothing that is on record. */
  private static ObjectNode event(String method, String resource, String claims) {
    var event =
        json(
            "{'path':'/x','headers':{'Authorization':'Bearer secret'},"
                + "'queryStringParameters':{'ids':'unknown'},'pathParameters':{'id':'unknown'},"
                + "'body':null,'requestContext':{'authorizer':{'claims':"
                + claims
                + "}}}");
    return event.put("httpMethod", method).put("resource", resource);
  }

  private static JsonNode answer(String method, String resource, String claims) {
    var bench = Bench.with(execution().polling());
    assumeTrue(bench.routes.contains(method + " " + resource), "not routed yet");
    var answer = bench.answerTo(event(method, resource, claims));
    assertThat(bench.record.writes()).isEmpty();
    assertThat(bench.aws.calls()).isEmpty();
    return answer;
  }

  private static void refuses(JsonNode answer) {
    assertThat(answer.path("statusCode").asInt()).isEqualTo(403);
    assertThat(body(answer).path("error").asText()).isEqualTo("AUTHORIZATION_FAILED");
  }

  @ParameterizedTest
  @MethodSource
  void each_group_may_do_what_the_matrix_says(
      String method, String resource, String group, boolean isAllowed) {
    var answer = answer(method, resource, "{'email':'ann@x','cognito:groups':'" + group + "'}");

    if (isAllowed) {
      assertThat(answer.path("statusCode").asInt()).isNotEqualTo(403);
    } else {
      refuses(answer);
      assertThat(body(answer).path("message").asText())
          .startsWith("ann@x may not ")
          .contains("DRSOrchestrationAdmin", "DRSRecoveryManager");
    }
  }

  @Test
  void the_matrix_has_every_command() {
    assertThat(lines().map(line -> line[0] + " " + line[1]))
        .containsExactlyInAnyOrderElementsOf(
            new OpenApiContract().routes().filter(route -> !route.startsWith("GET ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "'DRSOrchestrationAdmin'",
        "{}",
        "{'cognito:groups':null}",
        "{'cognito:groups':''}",
        "{'cognito:groups':7}",
        "{'cognito:groups':{'DRSOrchestrationAdmin':true}}",
        "{'cognito:groups':['drsorchestrationadmin']}",
        "{'cognito:groups':[['DRSOrchestrationAdmin']]}",
        "{'cognito:groups':'DRSReadOnly,DRSOrchestrationAdmin '}",
        "{'cognito:groups':' DRSOrchestrationAdmin'}",
        "{'cognito:groups':'DRSReadOnly DRSOrchestrationAdmin'}",
        "{'cognito:groups':'DRSReadOnly;DRSOrchestrationAdmin'}",
        "{'cognito:groups':'xDRSOrchestrationAdminx'}",
        "{'cognito:groups':'DRSOrchestrationAdmin\\n'}",
        "{'cognito:groups':'DRSOrchestrationAdmin\\u0000'}",
        "{'cognito:groups':'[DRSOrchestrationAdmin'}",
        "{'cognito:groups':'[\\u0022DRSOrchestrationAdmin\\u0022]'}",
        "{'cognito:groups':'DRSOrchestration\\u0410dmin'}",
        "{'custom:groups':'DRSOrchestrationAdmin','groups':'DRSOrchestrationAdmin'}"
      })
  void whose_claims_name_no_group_exactly_may_nothing(String claims) {
    for (var line : lines().toList()) {
      if (Bench.withNothing().routes.contains(line[0] + " " + line[1])) {
        refuses(answer(line[0], line[1], claims));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'cognito:groups':'DRSReadOnly,DRSOrchestrationAdmin'}",
        "{'cognito:groups':'[DRSReadOnly DRSOrchestrationAdmin]'}",
        "{'cognito:groups':'[DRSReadOnly, DRSOrchestrationAdmin]'}",
        "{'cognito:groups':['DRSReadOnly','DRSOrchestrationAdmin']}"
      })
  void one_of_several_groups_is_enough(String claims) {
    for (var line : lines().toList()) {
      if (Bench.withNothing().routes.contains(line[0] + " " + line[1])) {
        assertThat(answer(line[0], line[1], claims).path("statusCode").asInt()).isNotEqualTo(403);
      }
    }
  }

  @Test
  void everybody_may_read() {
    for (var route : Bench.withNothing().routes.filter(route -> route.startsWith("GET "))) {
      var resource = route.substring(4);
      for (var claims : Arrays.asList("{}", "{'cognito:groups':'DRSReadOnly'}")) {
        assertThat(answer("GET", resource, claims).path("statusCode").asInt()).isNotEqualTo(403);
      }
    }
  }

  @Test
  void without_a_request_context_nobody_is_known() {
    var bench = Bench.with(execution().polling());
    var route = "POST /executions/{id}/cancel";
    assumeTrue(bench.routes.contains(route), "not routed yet");

    var answer = bench.answerTo(json("{'httpMethod':'POST','resource':'/executions/{id}/cancel'}"));

    refuses(answer);
    assertThat(body(answer).path("message").asText()).startsWith("unknown may not ");
  }
}
