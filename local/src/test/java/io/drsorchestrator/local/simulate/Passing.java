package io.drsorchestrator.local.simulate;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A client that passes everything on, for others to spoil. */
class Passing implements DynamoDbClient {

  final DynamoDbClient store;

  Passing(DynamoDbClient store) {
    this.store = store;
  }

  @Override
  public String serviceName() {
    return store.serviceName();
  }

  @Override
  public void close() {}

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return store.putItem(request);
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return store.getItem(request);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return store.batchGetItem(request);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return store.query(request);
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return store.scan(request);
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return store.updateItem(request);
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return store.deleteItem(request);
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return store.transactWriteItems(request);
  }
}
