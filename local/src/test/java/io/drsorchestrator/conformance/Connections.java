package io.drsorchestrator.conformance;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The lines to the system under test, which all cases share. */
record Connections(
    Target target, Function function, Items items, Launches launches, AtomicInteger used)
    implements AutoCloseable {

  static Connections to(Target target) {
    var region = Region.of(target.fleet().region());
    return new Connections(
        target,
        new Function(target.function()),
        new Items(dynamoDb(target.tables().dynamoDb(), region)),
        new Launches(drs(target.fleet().drs(), region)),
        new AtomicInteger());
  }

  private static DynamoDbClient dynamoDb(URI endpoint, Region region) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(region)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static DrsClient drs(URI endpoint, Region region) {
    return DrsClient.builder()
        .endpointOverride(endpoint)
        .region(region)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** One of {@code servers} that no case has used for as long as possible. */
  String next(List<String> servers) {
    return servers.get(used.getAndIncrement() % servers.size());
  }

  @Override
  public void close() {
    items.close();
    launches.close();
  }
}
