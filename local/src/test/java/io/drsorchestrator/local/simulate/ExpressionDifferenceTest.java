package io.drsorchestrator.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.adapter.out.dynamodb.Tables;
import io.drsorchestrator.local.aws.dynamodb.OrchestratorTables;
import io.drsorchestrator.local.simulate.store.Answering;
import io.drsorchestrator.local.simulate.store.MemoryDynamoDb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** Expressions with what is missing, odd or at an edge, in the model and in DynamoDB Local. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExpressionDifferenceTest {

  private static final String TABLE = "history";
  private static final Map<String, AttributeValue> KEY =
      Map.of("executionId", text("e"), "planId", text("p"));
  private static final Map<String, AttributeValue> ITEM =
      Map.of(
          "executionId", text("e"),
          "planId", text("p"),
          "status", text("POLLING"),
          "version", number("3"),
          "flag", AttributeValue.fromBool(true),
          "nothing", AttributeValue.fromNul(true),
          "names", AttributeValue.fromL(List.of(text("a"), text("b"), text("c"))),
          "waves",
              AttributeValue.fromL(
                  List.of(
                      AttributeValue.fromM(Map.of("status", text("DONE"), "n", number("1"))),
                      AttributeValue.fromM(Map.of("status", text("PENDING"))))));

  private final MemoryDynamoDb model =
      new MemoryDynamoDb(Answering.AT_ONCE, change -> {}).with(TABLE, "executionId", "planId");
  private DynamoDbClient engine = model;

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(String value) {
    return AttributeValue.fromN(value);
  }

  @BeforeAll
  void start() {
    engine = DynamoDBEmbedded.create(true).dynamoDbClient();
    OrchestratorTables.create(engine, new Tables(TABLE, "plans", "groups", "accounts"));
  }

  @AfterAll
  void stop() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attribute_exists(missing)",
        "attribute_not_exists(missing)",
        "attribute_not_exists(waves[1].n)",
        "attribute_exists(waves[7].status)",
        "attribute_exists(nothing)",
        "missing = :v",
        "missing <> :v",
        "NOT missing = :v",
        "missing IN (:v, :w)",
        "missing < :v",
        "#s = :v OR #s = :w AND version = :one",
        "(#s = :v OR #s = :w) AND version = :one",
        "version = :three",
        "version < :ten",
        "version >= :three",
        "version <> :text3",
        "version < :text3",
        "size(names) = :three",
        "size(missing) = :three",
        "size(waves) > :one",
        "contains(names, :a)",
        "contains(names, :v)",
        "NOT contains(names, :a)",
        "(NOT contains(missing, :a))",
        "contains(#s, :a)",
        "(attribute_not_exists(flag) OR flag <> :yes)",
        "flag = :yes",
        "waves[0].#s IN (:v, :done)",
        "waves[0].n = :one AND waves[1].#s = :pending"
      })
  void a_condition_holds_in_both_or_in_neither(String condition) {
    compare("SET touched = :one", condition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET #s = :v, version = :ten",
        "SET waves[1].#s = :v, waves[1].extra = :one REMOVE waves[0].n",
        "SET waves[5] = :v",
        "SET waves[5].#s = :v",
        "SET missing.part = :v",
        "SET names[0] = :v, names[1] = names[0]",
        "SET fresh = list_append(if_not_exists(fresh, :list), :list)",
        "SET names = list_append(names, :list)",
        "SET names = list_append(names, :v)",
        "SET copied = missing",
        "SET copied = #s REMOVE #s",
        "REMOVE names[0], names[1]",
        "REMOVE names[9], missing",
        "SET kept = if_not_exists(version, :ten)"
      })
  void an_update_leaves_the_same_item(String update) {
    compare(update, "attribute_exists(executionId)");
  }

  private void compare(String update, String condition) {
    assertThat(result(model, update, condition)).isEqualTo(result(engine, update, condition));
  }

  private static String result(DynamoDbClient store, String update, String condition) {
    store.putItem(put -> put.tableName(TABLE).item(ITEM));
    try {
      var answer =
          store.updateItem(
              request ->
                  request
                      .tableName(TABLE)
                      .key(KEY)
                      .updateExpression(update)
                      .conditionExpression(condition)
                      .expressionAttributeNames(names(update + condition))
                      .expressionAttributeValues(values(update + " " + condition + " "))
                      .returnValues(ReturnValue.ALL_NEW));
      return new TreeMap<>(answer.attributes()).toString();
    } catch (DynamoDbException e) {
      return e.awsErrorDetails().errorCode();
    }
  }

  private static Map<String, String> names(String text) {
    return text.contains("#s") ? Map.of("#s", "status") : Map.of();
  }

  /** DynamoDB refuses values that no expression uses. */
  private static Map<String, AttributeValue> values(String text) {
    var all =
        Map.ofEntries(
            Map.entry(":v", text("X")),
            Map.entry(":w", text("POLLING")),
            Map.entry(":a", text("a")),
            Map.entry(":one", number("1")),
            Map.entry(":three", number("3.0")),
            Map.entry(":ten", number("10")),
            Map.entry(":text3", text("3")),
            Map.entry(":yes", AttributeValue.fromBool(true)),
            Map.entry(":done", text("DONE")),
            Map.entry(":pending", text("PENDING")),
            Map.entry(":list", AttributeValue.fromL(List.of(text("new")))));
    var used = new HashMap<String, AttributeValue>();
    all.forEach(
        (name, value) -> {
          if (text.matches("(?s).*" + name + "\\W.*")) {
            used.put(name, value);
          }
        });
    return used;
  }
}
