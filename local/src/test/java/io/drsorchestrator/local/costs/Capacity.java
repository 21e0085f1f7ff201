package io.drsorchestrator.local.costs;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The capacity units that the calls of a DynamoDB client consume, those of indexes included. */
final class Capacity implements ExecutionInterceptor {

  private final ConcurrentMap<String, Double> units = new ConcurrentHashMap<>();

  Map<String, Double> units() {
    return Map.copyOf(units);
  }

  /** The units of one kind, such as {@code read}; nothing where nothing was consumed. */
  double of(String kind) {
    return units.getOrDefault(kind, 0.0);
  }

  void forget() {
    units.clear();
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    var request = context.request();
    if (request instanceof QueryRequest query) {
      return query.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.INDEXES).build();
    }
    if (request instanceof GetItemRequest get) {
      return get.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.INDEXES).build();
    }
    return request instanceof UpdateItemRequest update
        ? update.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.INDEXES).build()
        : request;
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    var answer = context.response();
    if (answer instanceof QueryResponse query) {
      add("read", query.consumedCapacity().capacityUnits());
    } else if (answer instanceof GetItemResponse get) {
      add("read", get.consumedCapacity().capacityUnits());
    } else if (answer instanceof UpdateItemResponse update) {
      written(update.consumedCapacity());
    }
  }

  private void written(ConsumedCapacity consumed) {
    add("write", 1);
    add("table", consumed.table().capacityUnits());
    add("indexes", sum(consumed.globalSecondaryIndexes().values()));
  }

  private static double sum(
      Collection<software.amazon.awssdk.services.dynamodb.model.Capacity> capacities) {
    return capacities.stream().mapToDouble(capacity -> capacity.capacityUnits()).sum();
  }

  private void add(String kind, double more) {
    units.merge(kind, more, Double::sum);
  }
}
