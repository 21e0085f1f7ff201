package io.drsorchestrator.local.reads;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.application.contract.Recorded;
import io.drsorchestrator.local.aws.dynamodb.DynamoDbTestedStore;
import io.vavr.collection.Vector;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code GET /executions} (contract 3.4). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListApiTest {

  private final Api api = Api.withoutAws();

  @AfterAll
  void stop() {
    api.close();
  }

  @BeforeEach
  void clear() {
    api.clear();
  }

  private String put(Map<String, ?> attributes) {
    var key = Recorded.newKey();
    var item = new HashMap<String, Object>(attributes);
    item.put("executionId", key.executionId().value());
    item.put("planId", key.planId().value());
    api.store().put(key, item);
    return key.executionId().value();
  }

  private String putAt(Object startTime) {
    return put(Map.of("status", "FAILED", "startTime", startTime));
  }

  private static List<String> ids(JsonNode page) {
    var ids = new ArrayList<String>();
    page.path("items").forEach(item -> ids.add(item.path("executionId").asText()));
    return ids;
  }

  @Test
  void an_empty_history_is_an_empty_list() {
    assertThat(api.list(Map.of()))
        .isEqualTo(Api.parsed("{\"items\":[],\"count\":0,\"nextToken\":null}"));
  }

  /** D44: the old list crashed on a mixture. */
  @Test
  void times_of_every_type_sort_together() {
    var iso = putAt("2026-03-01T12:00:03Z");
    var number = putAt(NOON.getEpochSecond() + 4);
    var text = putAt(Long.toString(NOON.getEpochSecond() + 2));
    var python = putAt("2026-03-01T12:00:01.500000");
    var offset = putAt("2026-03-01T13:00:05+01:00");
    var millis = putAt((NOON.getEpochSecond() + 6) * 1000);
    var flag = putAt(true);
    var beyond = putAt(new BigInteger("99999999999999999999"));

    assertThat(ids(api.list(Map.of())))
        .startsWith(millis, offset, number, iso, text, python)
        .endsWith(Stream.of(flag, beyond).sorted().toArray(String[]::new))
        .hasSize(8);
  }

  @Test
  void pages_join_to_the_whole_list() {
    var all = new ArrayList<String>();
    for (int n = 0; n < 7; n++) {
      all.add(0, putAt(NOON.getEpochSecond() + n));
    }

    var first = api.list(Map.of("limit", "3"));
    var second = api.list(Map.of("limit", "3", "nextToken", first.path("nextToken").asText()));
    var third = api.list(Map.of("limit", "3", "nextToken", second.path("nextToken").asText()));

    assertThat(ids(first)).isEqualTo(all.subList(0, 3));
    assertThat(ids(second)).isEqualTo(all.subList(3, 6));
    assertThat(ids(third)).isEqualTo(all.subList(6, 7));
    assertThat(first.path("count").asInt()).isEqualTo(3);
    assertThat(third.path("count").asInt()).isEqualTo(1);
    assertThat(third.path("nextToken").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"101, 100", "999999999, 100", "007, 7", "1, 1"})
  void a_limit_is_capped(String limit, int size) {
    for (int n = 0; n < 101; n++) {
      putAt(n + 1);
    }

    assertThat(ids(api.list(Map.of("limit", limit)))).hasSize(size);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "ten", "1.5", "1e3", "+5", "9999999999", "٣", "5 OR 1=1", "5;"})
  void a_limit_that_is_none_is_refused(String limit) {
    var answer = api.call(api.event("GET", "/executions", Map.of("limit", limit)));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
    assertThat(Api.body(answer).path("error").asText()).isEqualTo("INVALID_PARAMETER");
    assertThat(Api.body(answer).path("message").asText())
        .startsWith("limit is \"" + limit)
        .endsWith("allowed is a number from 1 to 100");
  }

  static List<String> foreignTokens() {
    return List.of(
        "{\"executionId\":{\"S\":\"e\"},\"planId\":{\"S\":\"p\"}}",
        encoded("{\"executionId\":{\"S\":\"e\"},\"planId\":{\"S\":\"p\"}}"),
        encoded("[1772366400,0,\"e\",\"p\"]"),
        encoded("00000000[1772366400,0,\"e\",\"p\"]"),
        encoded("00000000[9223372036854775807,9999999999999,\"e\",\"p\"]"),
        encoded("00000000[9223372036854775807,0,\"e\",\"p\"]"),
        encoded("00000000[1e99999,1e99999,\"e\",\"p\"]"),
        encoded("00000000" + "[".repeat(5000)),
        encoded("ffffffff"),
        "AAAA",
        "null",
        "%",
        "..",
        "' OR '1'='1",
        "x".repeat(8193),
        "W".repeat(1_000_000),
        "\u0000\u0001",
        "ünïcödé",
        "eyJhbGciOiJIUzI1NiJ9.e30.x");
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("foreignTokens")
  void a_token_from_elsewhere_is_refused(String token) {
    putAt(1);

    refuses(token);
  }

  private void refuses(String token) {
    var answer = api.call(api.event("GET", "/executions", Map.of("nextToken", token)));

    assertThat(answer.path("statusCode").asInt()).as(token).isEqualTo(400);
    assertThat(Api.body(answer).path("error").asText()).isEqualTo("INVALID_PARAMETER");
    assertThat(Api.body(answer).path("message").asText())
        .contains("nextToken is \"")
        .hasSizeLessThan(250);
  }

  /** One character more, less or other, anywhere. */
  @Test
  void a_damaged_token_is_refused() {
    putAt(1);
    putAt("never");
    var token = api.list(Map.of("limit", "1")).path("nextToken").asText();

    for (int n = 0; n < token.length(); n++) {
      char other = token.charAt(n) == 'A' ? 'B' : 'A';
      refuses(token.substring(0, n) + other + token.substring(n + 1));
    }
    refuses(token.substring(1));
    refuses(token.substring(0, token.length() - 1));
    refuses(token + "A");
    refuses(token + "=");
    refuses(token + token);
    assertThat(ids(api.list(Map.of("nextToken", token)))).hasSize(1);
  }

  @Test
  void a_page_ends_at_an_execution_without_a_time_as_well() {
    var timed = putAt(1);
    var timeless = List.of(putAt("?"), putAt("?"), putAt("?"));

    var first = api.list(Map.of("limit", "2"));
    var second = api.list(Map.of("limit", "2", "nextToken", first.path("nextToken").asText()));

    assertThat(ids(first)).hasSize(2).startsWith(timed);
    assertThat(ids(second)).hasSize(2);
    assertThat(ids(first)).doesNotContainAnyElementsOf(ids(second));
    assertThat(timeless).containsAll(ids(second));
  }

  /** Lambda cannot answer with more than 6 MB, and quotes count twice in an answer. */
  @Test
  void a_page_fits_into_an_answer_of_lambda() {
    var large = "\"\n".repeat(190_000);
    for (int n = 0; n < 20; n++) {
      put(Map.of("status", "FAILED", "startTime", n + 1, "note", large));
    }
    var seen = new ArrayList<String>();
    var query = new HashMap<String, String>(Map.of("limit", "100"));
    do {
      var answer = api.call(api.event("GET", "/executions", query));
      assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
      assertThat(answer.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(5_000_000);
      seen.addAll(ids(Api.body(answer)));
      query.put("nextToken", Api.body(answer).path("nextToken").asText(""));
    } while (!query.get("nextToken").isEmpty());

    assertThat(seen).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void an_account_sees_its_own_and_those_of_nobody() {
    var mine = put(Map.of("status", "FAILED", "accountId", "111122223333"));
    var old = put(Map.of("status", "FAILED"));
    var other = put(Map.of("status", "FAILED", "accountId", "444455556666"));

    assertThat(ids(api.list(Map.of("accountId", "111122223333"))))
        .containsExactlyInAnyOrder(mine, old)
        .doesNotContain(other);
  }

  @Test
  void a_lock_is_never_listed() {
    var recorded = Recorded.create(api.store().ports(), Vector.empty());

    assertThat(ids(api.list(Map.of()))).containsExactly(recorded.key().executionId().value());
  }

  @Test
  void the_plan_the_groups_and_the_account_are_told() {
    var id = put(Map.of("status", "FAILED", "accountId", "444455556666"));
    var plan = api.details(id).path("planId").asText();
    var text = DynamoDbTestedStore.text("db");
    var store = api.store();
    store.put(
        DynamoDbTestedStore.TABLES.recoveryPlans(),
        Map.of(
            "planId", DynamoDbTestedStore.text(plan),
            "planName", DynamoDbTestedStore.text("Three tiers"),
            "description", DynamoDbTestedStore.text("DB, app, web"),
            "waves",
                AttributeValue.fromL(
                    List.of(
                        AttributeValue.fromM(
                            Map.of("protectionGroupId", DynamoDbTestedStore.text("pg")))))));
    store.put(
        DynamoDbTestedStore.TABLES.protectionGroups(),
        Map.of(
            "groupId", DynamoDbTestedStore.text("pg"),
            "serverSelectionTags", AttributeValue.fromM(Map.of("tier", text))));
    store.put(
        DynamoDbTestedStore.TABLES.targetAccounts(),
        Map.of(
            "accountId", DynamoDbTestedStore.text("444455556666"),
            "accountName", DynamoDbTestedStore.text("Berlin")));

    var listed = api.list(Map.of()).path("items").path(0);
    var details = api.details(id);

    assertThat(listed.path("recoveryPlanName").asText()).isEqualTo("Three tiers");
    assertThat(listed.path("selectionMode").asText()).isEqualTo("TAGS");
    assertThat(listed.path("accountName").asText()).isEqualTo("Berlin");
    assertThat(details.path("recoveryPlanDescription").asText()).isEqualTo("DB, app, web");
    assertThat(details.path("accountName").asText()).isEqualTo("Berlin");
    assertThat(details.path("totalWaves").asInt()).isEqualTo(1);
    assertThat(details.path("recoveryPlanId").asText()).isEqualTo(plan);
  }

  /** Nothing in an item is interpreted that need not be, so that no item breaks a page. */
  @Test
  void a_damaged_item_is_shown_as_it_is_and_breaks_no_page() {
    var binary = SdkBytes.fromByteArray(new byte[] {(byte) 0xff, 0, 1});
    var item = new HashMap<String, AttributeValue>();
    item.put("executionId", DynamoDbTestedStore.text("no id of ours / §"));
    item.put("planId", DynamoDbTestedStore.text("neither is this"));
    item.put("status", DynamoDbTestedStore.text("MELTED"));
    item.put("startTime", AttributeValue.fromN("9e99"));
    item.put("endTime", AttributeValue.fromNul(true));
    item.put("accountContext", DynamoDbTestedStore.text("none"));
    item.put("planName", AttributeValue.fromNul(true));
    item.put(
        "waves",
        AttributeValue.fromL(List.of(AttributeValue.fromB(binary), AttributeValue.fromNul(true))));
    item.put("totalWaves", AttributeValue.fromN("12345678901234567890123"));
    item.put("ratio", AttributeValue.fromN("0.5"));
    item.put("words", AttributeValue.fromSs(List.of("a", "b")));
    item.put("bytes", AttributeValue.fromBs(List.of(binary)));
    api.store().put(DynamoDbTestedStore.TABLES.executionHistory(), item);
    var good = putAt(1);

    var page = api.list(Map.of("limit", "1"));
    var rest = api.list(Map.of("limit", "1", "nextToken", page.path("nextToken").asText()));

    assertThat(ids(page)).containsExactly(good);
    var shown = rest.path("items").path(0);
    assertThat(shown.path("status").asText()).isEqualTo("MELTED");
    assertThat(shown.path("waves").toString()).isEqualTo("[\"/wAB\",null]");
    assertThat(shown.path("bytes").toString()).isEqualTo("[\"/wAB\"]");
    assertThat(shown.path("totalWaves").toString()).isEqualTo("12345678901234567890123");
    assertThat(shown.path("ratio").asDouble()).isEqualTo(0.5);
    assertThat(shown.path("endTime").isNull()).isTrue();
    assertThat(shown.path("recoveryPlanName").asText()).isEqualTo("Deleted Plan");
    assertThat(rest.path("nextToken").isNull()).isTrue();
  }
}
