package io.drsorchestrator.local.system;

import java.net.URI;

/**
 * Tells the AWS SDK where the simulated services are, in the SDK's own standard settings: the
 * handler is the production handler and knows of no simulation.
 */
final class Endpoints {

  static final String REGION = "us-east-1";

  private Endpoints() {}

  static void use(URI dynamoDb, URI others) {
    set("AWS_ENDPOINT_URL_DYNAMODB", "aws.endpointUrlDynamoDb", dynamoDb.toString());
    set("AWS_ENDPOINT_URL_DRS", "aws.endpointUrlDrs", others.toString());
    set("AWS_ENDPOINT_URL_EC2", "aws.endpointUrlEc2", others.toString());
    set("AWS_ENDPOINT_URL_SFN", "aws.endpointUrlSfn", others.toString());
    set("AWS_REGION", "aws.region", REGION);
    set("AWS_ACCESS_KEY_ID", "aws.accessKeyId", "local");
    set("AWS_SECRET_ACCESS_KEY", "aws.secretAccessKey", "local");
  }

  /** What the user has set in the environment wins: any part can be replaced by another one. */
  private static void set(String variable, String property, String value) {
    if (System.getenv(variable) == null) {
      System.setProperty(property, value);
    }
  }
}
