package io.drsorchestrator.adapter.in.lambda;

import static io.drsorchestrator.adapter.in.lambda.Bench.body;
import static io.drsorchestrator.adapter.in.lambda.Bench.json;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.port.AwsRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much and what a request may hold, at the very limits. Any route shows it. */
final class InputLimitsTest {

  private static final int LARGEST_BODY = 65_536;

  private static ObjectNode event(String fields) {
    var event = json("{'httpMethod':'GET','resource':'/executions/{id}','headers':null}");
    event.putObject("pathParameters").put("id", "unknown");
    event.setAll(json(fields));
    return event;
  }

  private static int status(ObjectNode event) {
    return Bench.with(execution().polling()).answerTo(event).path("statusCode").asInt();
  }

  private static String ofSize(int bytes) {
    return "{\"x\":\"" + "y".repeat(bytes - 8) + "\"}";
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String nested(int depth) {
    return "{\"x\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
  }

  static Stream<Arguments> what_a_body_may_be() {
    var latin = "{\"x\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    return Stream.of(
        Arguments.of("the largest", ofSize(LARGEST_BODY), false, 404),
        Arguments.of("one byte more", ofSize(LARGEST_BODY + 1), false, 413),
        Arguments.of("large in UTF-8 alone", "{\"x\":\"" + "é".repeat(40_000) + "\"}", false, 413),
        Arguments.of(
            "base64", base64(ofSize(LARGEST_BODY).getBytes(StandardCharsets.UTF_8)), true, 404),
        Arguments.of(
            "more base64",
            base64(ofSize(LARGEST_BODY + 1).getBytes(StandardCharsets.UTF_8)),
            true,
            413),
        Arguments.of("much base64", "A".repeat(4_000_000), true, 413),
        Arguments.of("no base64", "{}", true, 400),
        Arguments.of("no UTF-8", base64(latin), true, 400),
        Arguments.of("the deepest", nested(16), false, 404),
        Arguments.of("one deeper", nested(17), false, 400),
        Arguments.of("a bomb", "[".repeat(60_000), false, 400),
        Arguments.of("a list", "[]", false, 400),
        Arguments.of("null", "null", false, 400),
        Arguments.of("a number", "7", false, 400),
        Arguments.of("cut off", "{\"x\":", false, 400),
        Arguments.of("two", "{} {}", false, 400),
        Arguments.of("a key twice", "{\"x\":1,\"x\":2}", false, 400),
        Arguments.of("a long number", "{\"x\":" + "9".repeat(2_000) + "}", false, 400),
        Arguments.of("a huge number", "{\"x\":1e999999999}", false, 404),
        Arguments.of("blank", " \n", false, 404),
        Arguments.of("empty", "", false, 404));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void what_a_body_may_be(String name, String body, boolean isBase64, int status) {
    var event = event("{}").put("body", body).put("isBase64Encoded", isBase64);

    var answer = Bench.with(execution().polling()).answerTo(event);

    assertThat(answer.path("statusCode").asInt()).isEqualTo(status);
    assertThat(body(answer).path("message").asText()).isNotBlank().hasSizeLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "true", "{}", "[]"})
  void a_body_is_text(String body) {
    assertThat(status(event("{'body':" + body + "}"))).isEqualTo(400);
  }

  @Test
  void a_query_is_bounded_in_number_and_length() {
    var most = event("{}");
    var query = most.putObject("queryStringParameters");
    for (int i = 0; i < 50; i++) {
      query.put("p" + i, "x");
    }
    assertThat(status(most)).isEqualTo(404);
    query.put("more", "x");
    assertThat(status(most)).isEqualTo(400);

    var longest = event("{}");
    longest.putObject("queryStringParameters").put("x", "y".repeat(8 * 1024));
    assertThat(status(longest)).isEqualTo(404);
    longest.withObject("queryStringParameters").put("x", "y".repeat(8 * 1024 + 1));
    assertThat(status(longest)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "['x']", "{}", "'a\\u0000b'", "'a\\u001b[2J'", "'a\\ud800'"})
  void a_query_parameter_is_written_text(String value) {
    assertThat(status(event("{'queryStringParameters':{'_t':" + value + "}}"))).isEqualTo(400);
  }

  @Test
  void the_name_of_a_parameter_that_is_wrong_is_cut_too() {
    var event = event("{}");
    event.putObject("queryStringParameters").put("\u001b" + "n".repeat(10_000), "\u0000");

    var answer = Bench.withNothing().answerTo(event);

    assertThat(body(answer).path("message").asText())
        .hasSizeLessThan(500)
        .contains("\\u001bnnn")
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "execution-1",
        "%65xecution-1",
        "arn%3Aaws%3Astates%3Aeu-west-1%3A111122223333%3Aexecution%3Adrs%3Aexecution-1",
        "arn:aws:states:eu-west-1:111122223333:execution:drs:execution-1"
      })
  void an_id_may_be_percent_encoded_or_the_arn_of_a_workflow(String id) {
    var bench = Bench.with(execution().polling());
    bench.record.failWith(new IllegalStateException("it was looked for"));
    var event = event("{}");
    event.putObject("pathParameters").put("id", id);

    assertThat(bench.answerTo(event).path("statusCode").asInt()).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x:y:execution-1",
        "arn:aws:iam::111122223333:role:execution-1",
        "arn:aws:states:eu-west-1:111122223333:stateMachine:execution-1",
        "%2565xecution-1",
        "%zz",
        "%",
        "execution-1%00",
        "execution-1%0a",
        "execution+1"
      })
  void anything_else_is_no_id(String id) {
    var bench = Bench.with(execution().polling());
    bench.record.failWith(new IllegalStateException("it was looked for"));
    var event = event("{}");
    event.putObject("pathParameters").put("id", id);

    assertThat(bench.answerTo(event).path("statusCode").asInt()).isEqualTo(400);
  }

  @Test
  void a_lock_is_no_execution_and_is_not_looked_for() {
    var bench = Bench.with(execution().polling());
    bench.record.failWith(new IllegalStateException("it was looked for"));
    var event = event("{}");
    event.putObject("pathParameters").put("id", "execution-lock-plan-1");

    assertThat(bench.answerTo(event).path("statusCode").asInt()).isEqualTo(404);
  }

  /** Lambda would answer with an error that has no message. */
  @Test
  void an_answer_that_lambda_cannot_return_is_an_error_with_a_message() {
    var bench = Bench.withNothing();
    bench.record.failWith(
        new AwsRefusedException("x".repeat(6_000_001), new IllegalStateException()));

    var answer = bench.answerTo(event("{}"));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
    assertThat(body(answer).path("error").asText()).isEqualTo("ANSWER_TOO_LARGE");
  }
}
