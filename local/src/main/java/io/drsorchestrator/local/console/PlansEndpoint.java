package io.drsorchestrator.local.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@code GET /recovery-plans}, which the data-management function answers in a deployed system
 * (contract 3): the plans that can be chosen from, with the names of their waves.
 */
public final class PlansEndpoint implements HttpEndpoint {

  private static final String PATH = "/recovery-plans";

  private final Supplier<DynamoDbClient> dynamoDb;
  private final String table;

  /** Reads {@code table} at each request. */
  public PlansEndpoint(Supplier<DynamoDbClient> dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public boolean accepts(HttpRequest request) {
    return request.method().equals("GET") && request.path().equals(PATH);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    var answer = JsonNodeFactory.instance.objectNode();
    var plans = answer.putArray("plans");
    dynamoDb
        .get()
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .forEach(item -> plans.add(plan(item)));
    answer.put("count", plans.size());
    return HttpResponse.of(200, "application/json", answer.toString());
  }

  private static ObjectNode plan(Map<String, AttributeValue> item) {
    var plan = JsonNodeFactory.instance.objectNode();
    plan.put("planId", text(item, "planId"));
    plan.put("planName", text(item, "planName"));
    plan.put("description", text(item, "description"));
    var waves = plan.putArray("waves");
    if (item.containsKey("waves")) {
      item.get("waves")
          .l()
          .forEach(wave -> waves.addObject().put("waveName", text(wave.m(), "waveName")));
    }
    return plan;
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    var value = item.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }
}
