package io.drsorchestrator.local.conformance;

import java.net.URI;
import java.util.stream.Stream;

/** Tells the AWS SDK in this process where the services are. */
final class Sdk {

  private Sdk() {}

  static void use(URI dynamoDb, URI others) {
    Stream.of("Drs", "Ec2", "Sfn", "Sns", "Sts")
        .forEach(service -> System.setProperty("aws.endpointUrl" + service, others.toString()));
    System.setProperty("aws.endpointUrlDynamoDb", dynamoDb.toString());
    System.setProperty("aws.region", Fleet.REGION);
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
  }
}
