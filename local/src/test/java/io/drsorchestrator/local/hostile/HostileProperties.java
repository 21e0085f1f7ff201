package io.drsorchestrator.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.api.OpenApiContract;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Random requests about nothing that is on record: they change nothing and harm nobody. */
@SuppressWarnings("NullAway.Init")
final class HostileProperties {

  /** They may succeed: there is a list of nothing, and nothing is deleted of what is unknown. */
  private static final Set<String> MAY_SUCCEED =
      Set.of("GET /executions", "POST /executions/delete", "DELETE /executions");

  private static final OpenApiContract CONTRACT = new OpenApiContract();

  private static GuardedHandler handler;
  private static Set<Map<String, AttributeValue>> before;

  @BeforeContainer
  static void start() {
    handler = new GuardedHandler();
    before = handler.executions();
  }

  @AfterContainer
  static void stop() {
    handler.close();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.MIXIN)
  void random_requests_change_nothing(@ForAll("requests") ObjectNode event) {
    var outcome = handler.send(event);

    Judge.judge(event, outcome);
    var route = event.path("httpMethod").asText() + " " + event.path("resource").asText();
    if (!MAY_SUCCEED.contains(route)) {
      assertThat(outcome.status()).as(outcome.answer().toString()).isBetween(400, 499);
    }
    assertThat(handler.executions()).isEqualTo(before);
  }

  @Provide
  Arbitrary<ObjectNode> requests() {
    return Combinators.combine(
            Arbitraries.of(handler.routes().stream().sorted().toList()),
            texts(),
            bodies(),
            texts(),
            groups())
        .as(HostileProperties::request);
  }

  private static ObjectNode request(
      String route, String id, String body, String query, String groups) {
    var claims = JsonNodeFactory.instance.objectNode();
    var hostile =
        Hostile.on(route)
            .by(claims.put("email", query).put("cognito:groups", groups))
            .idText(id)
            .body(body);
    // Without ids a DELETE is the wish to delete everything that has ended.
    var parts = route.split(" ", 2);
    var parameters = hostile.event().putObject("queryStringParameters").put("_t", "1");
    CONTRACT.queryParameters(parts[0], parts[1]).forEach(name -> parameters.put(name, query));
    return hostile.event();
  }

  private static Arbitrary<String> groups() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just("DRSOrchestrationAdmin")), Tuple.of(1, texts()));
  }

  private static Arbitrary<String> texts() {
    var pieces =
        Arbitraries.of(
            List.of(
                "..",
                "/",
                "%2e",
                "%",
                "\n",
                "\u0000",
                "\u001b[",
                "\u202e",
                "\ud83d",
                ":",
                "#s",
                "'",
                "\"",
                "{",
                "}",
                "arn:aws:states:us-east-1:111122223333:execution:drs:",
                "execution-lock-",
                "x",
                "0",
                "-1",
                ",",
                " "));
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(200),
        pieces.list().ofMaxSize(12).map(list -> String.join("", list)));
  }

  private static Arbitrary<String> bodies() {
    var fields =
        Arbitraries.maps(
                Arbitraries.of(
                    "planId", "executionType", "initiatedBy", "reason", "executionIds", "x"),
                values())
            .ofMaxSize(6)
            .map(
                map -> {
                  var body = JsonNodeFactory.instance.objectNode();
                  map.forEach((name, json) -> body.set(name, Hostile.json(json)));
                  return body.toString();
                });
    return Arbitraries.oneOf(fields, texts(), fields.map(text -> text.substring(1)));
  }

  private static Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of("null", "7", "true", "[]", "{}", "'DRILL'", "'x'", "['x']", "[7]", "1e999"),
        texts().map(text -> JsonNodeFactory.instance.textNode(text).toString().replace("'", "")));
  }
}
