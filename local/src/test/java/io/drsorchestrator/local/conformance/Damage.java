package io.drsorchestrator.local.conformance;

import java.net.URI;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a sabotage can do to the tables and to DRS, past our handler. */
record Damage(DynamoDbClient tables, DrsClient drs) {

  static Damage in(DynamoDbClient tables, URI aws) {
    return new Damage(
        tables,
        DrsClient.builder()
            .endpointOverride(aws)
            .httpClient(UrlConnectionHttpClient.create())
            .build());
  }
}
