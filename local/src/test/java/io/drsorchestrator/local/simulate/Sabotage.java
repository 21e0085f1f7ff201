package io.drsorchestrator.local.simulate;

import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.simulate.run.Wiring;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Something that is broken on purpose. */
record Sabotage(String name, Wiring wiring) {

  @Override
  public String toString() {
    return name;
  }

  private static final List<String> QUICK =
      List.of("D1", "a claim ignores", "a cancel between", "a cancel is", "a job is launched");
  private static final String WAVE = "waves\\[\\d+\\]\\.";

  /** Those that every build looks for: they are found within few seeds. */
  static List<Sabotage> quick() {
    return all().stream().filter(one -> QUICK.stream().anyMatch(one.name::startsWith)).toList();
  }

  static List<Sabotage> all() {
    return List.of(
        store("D1: a poll finishes when the waves so far are COMPLETED", Hasty::new),
        cut("no lifecycle write is conditional on the version", "version =", VERSION),
        cut("a poll does not look at the wave's revision", "lastPolledTime =", REVISION),
        cut("a poll writes whatever became of the wave", "lastPolledTime =", WAVE + "status IN.*"),
        cut("a claim ignores pauses and the version", "currentWave =", HELD_BACK + "|" + VERSION),
        cut("an ending ignores its wave and the version", "endTime =", ENDING + "|" + VERSION),
        rewriting("a claim is never held by anybody", Sabotage::withoutLease),
        store("a cancel between claim and launch is not seen", Blind::new),
        rewriting("a cancel is answered and not stored", Sabotage::forgettingCancels),
        requests("a job is launched without its tags", Sabotage::withoutTags));
  }

  static Sabotage named(String beginning) {
    return all().stream().filter(one -> one.name.startsWith(beginning)).findFirst().orElseThrow();
  }

  private static final String VERSION = "version = :\\w+|attribute_not_exists\\(version\\)";
  private static final String REVISION =
      WAVE + "revision = :\\w+|attribute_not_exists\\(" + WAVE + "revision\\)";
  private static final String HELD_BACK = "\\(" + WAVE + "status IN .* OR .*\\)";
  private static final String ENDING = WAVE + "status IN.*|status IN.*";

  private static Sabotage store(String name, UnaryOperator<DynamoDbClient> store) {
    return new Sabotage(name, new Wiring(store, Wiring.PRODUCTION.requests()));
  }

  private static Sabotage requests(String name, UnaryOperator<HttpRequest> requests) {
    return new Sabotage(name, new Wiring(Wiring.PRODUCTION.store(), requests));
  }

  private static Sabotage rewriting(String name, UnaryOperator<UpdateItemRequest> rewrite) {
    return store(
        name,
        store ->
            new Passing(store) {
              @Override
              public UpdateItemResponse updateItem(UpdateItemRequest request) {
                return store.updateItem(rewrite.apply(request));
              }
            });
  }

  /** Clauses taken from the condition of one kind of write. */
  private static Sabotage cut(String name, String kind, String clauses) {
    return rewriting(
        name,
        request ->
            Expression.update(request).contains(kind)
                ? Expression.without(request, clauses)
                : request);
  }

  private static UpdateItemRequest withoutLease(UpdateItemRequest request) {
    var values = new HashMap<>(request.expressionAttributeValues());
    values.put(":over", AttributeValue.fromN("0"));
    return request.toBuilder()
        .updateExpression(
            request.updateExpression().replaceAll("#leaseUntil = :\\w+", "#leaseUntil = :over"))
        .expressionAttributeValues(values)
        .build();
  }

  private static UpdateItemRequest forgettingCancels(UpdateItemRequest request) {
    return Expression.update(request).contains("cancelRequest =")
        ? request.toBuilder()
            .updateExpression("SET lastUpdated = :now")
            .conditionExpression("attribute_exists(executionId)")
            .expressionAttributeNames(Map.of())
            .expressionAttributeValues(Map.of(":now", AttributeValue.fromN("1")))
            .build()
        : request;
  }

  private static HttpRequest withoutTags(HttpRequest request) {
    return request.path().equals("/StartRecovery")
        ? new HttpRequest(
            request.method(),
            request.path(),
            request.query(),
            request.headers(),
            request.body().replaceAll(",\"tags\":\\{[^}]*\\}", ""))
        : request;
  }

  /** The defect for which the old system was replaced (D1). */
  private static final class Hasty extends Passing {

    private static final AttributeValue EMPTY = AttributeValue.fromS("");

    Hasty(DynamoDbClient store) {
      super(store);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
      if (!Expression.update(request).contains("lastPolledTime =")) {
        return store.updateItem(request);
      }
      var answer = store.updateItem(request.toBuilder().returnValues(ReturnValue.ALL_NEW).build());
      if (isCompleteSoFar(answer.attributes())) {
        store.updateItem(
            complete ->
                complete
                    .tableName(request.tableName())
                    .key(request.key())
                    .updateExpression("SET #s = :completed")
                    .expressionAttributeNames(Map.of("#s", "status"))
                    .expressionAttributeValues(
                        Map.of(":completed", AttributeValue.fromS("COMPLETED"))));
      }
      return answer;
    }

    private static boolean isCompleteSoFar(Map<String, AttributeValue> item) {
      return Optional.ofNullable(item.get("waves")).stream()
          .flatMap(waves -> waves.l().stream())
          .map(wave -> String.valueOf(wave.m().getOrDefault("status", EMPTY).s()))
          .filter(status -> !status.equals("PENDING"))
          .allMatch("COMPLETED"::equals);
    }
  }

  /** The look before a launch shows what the claim has left. */
  private static final class Blind extends Passing {

    private static final ThreadLocal<Map<String, AttributeValue>> CLAIMED = new ThreadLocal<>();

    Blind(DynamoDbClient store) {
      super(store);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
      if (!Expression.update(request).contains("attemptId =")) {
        return store.updateItem(request);
      }
      var answer = store.updateItem(request.toBuilder().returnValues(ReturnValue.ALL_NEW).build());
      CLAIMED.set(answer.attributes());
      return answer;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      var answer = store.query(request);
      var instead = CLAIMED.get();
      CLAIMED.remove();
      return instead == null || request.indexName() != null
          ? answer
          : answer.toBuilder().items(List.of(instead)).build();
    }
  }
}
