package io.drsorchestrator.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.drsorchestrator.adapter.in.api.OpenApiContract;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Requests that mean harm, over the real handler and DynamoDB Local: all are answered 4xx with a
 * message, nothing is logged, nothing changes, and nothing secret or raw comes back.
 */
@SuppressWarnings("NullAway.Init")
final class HostileRequestsTest {

  private static GuardedHandler handler;
  private static List<Set<Map<String, AttributeValue>>> everything;
  private Set<Map<String, AttributeValue>> before;

  @BeforeAll
  static void start() {
    handler = new GuardedHandler();
    everything = handler.content();
    assertThat(handler.executions()).hasSize(4);
  }

  /** Where one request has changed something, only that one is to blame. */
  @BeforeEach
  void look() {
    before = handler.executions();
  }

  @AfterAll
  static void stop() {
    assertThat(handler.content()).isEqualTo(everything);
    handler.close();
  }

  static Stream<Hostile> hostile_requests_are_refused_and_change_nothing() {
    return HostileTable.all().filter(HostileRequestsTest::isRouted);
  }

  /** Ways that lead nowhere are in the table as well. */
  private static boolean isRouted(Hostile hostile) {
    return handler.routes().contains(hostile.route()) || hostile.name().startsWith("way ");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void hostile_requests_are_refused_and_change_nothing(Hostile hostile) {
    var outcome = handler.send(hostile.event());

    Judge.judge(hostile.event(), outcome);
    assertThat(outcome.status()).as(outcome.answer().toString()).isIn(hostile.statuses());
    assertThat(handler.executions()).isEqualTo(before);
  }

  @Test
  void the_table_reaches_every_documented_route() {
    var reached = HostileTable.all().map(Hostile::route).collect(Collectors.toSet());

    assertThat(reached).containsAll(new OpenApiContract().routes());
    assertThat(HostileTable.all()).hasSizeGreaterThan(900);
  }

  @Test
  void a_lock_cannot_be_deleted_as_an_execution() {
    for (var request :
        Stream.of(
                Hostile.on("DELETE /executions").query("ids", Targets.LOCK),
                Hostile.on("POST /executions/delete")
                    .body("{\"executionIds\":[\"" + Targets.LOCK + "\"]}"))
            .filter(HostileRequestsTest::isRouted)
            .toList()) {
      var outcome = handler.send(request.event());

      assertThat(outcome.status()).isLessThan(500);
      assertThat(handler.executions()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource
  void what_is_no_event_is_refused(String event) {
    var outcome = handler.send(event);

    assertThat(outcome.status()).isEqualTo(400);
    assertThat(outcome.body().path("message").asText()).isNotBlank();
    assertThat(outcome.printed()).isEmpty();
  }

  static Stream<String> what_is_no_event_is_refused() {
    return Stream.of(
        "",
        "{",
        "[]",
        "null",
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000),
        "{\"httpMethod\":null}",
        "{\"x\":" + "9".repeat(100_000) + "}");
  }

  /** Or else nothing here could ever be seen in the log. */
  @Test
  void what_is_logged_is_seen() {
    var err = System.err;
    var printed = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
      LoggerFactory.getLogger("io.drsorchestrator.test").warn("seen");
    } finally {
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("seen");
  }

  @Test
  void a_request_without_harm_is_answered() {
    var outcome = handler.send(Hostile.on("GET /executions/{id}").idText(Targets.PAUSED).event());

    if (outcome.status() != 200) {
      fail("the table would prove nothing: " + outcome.answer());
    }
    assertThat(outcome.answer().toString()).doesNotContain(Targets.TOKEN, Hostile.SECRET);
  }
}
