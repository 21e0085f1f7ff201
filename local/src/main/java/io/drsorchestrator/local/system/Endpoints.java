package io.drsorchestrator.local.system;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the simulated services are, in the SDK's own standard settings: the handler is the
 * production handler and knows of no simulation. What the user has set in the environment wins, so
 * that any part can be replaced by another emulator or by AWS itself.
 */
public final class Endpoints {

  static final String REGION = "us-east-1";
  static final String DYNAMODB = "AWS_ENDPOINT_URL_DYNAMODB";

  private static final Map<String, String> PROPERTIES =
      Map.of(
          DYNAMODB,
          "aws.endpointUrlDynamoDb",
          "AWS_ENDPOINT_URL_DRS",
          "aws.endpointUrlDrs",
          "AWS_ENDPOINT_URL_EC2",
          "aws.endpointUrlEc2",
          "AWS_ENDPOINT_URL_SFN",
          "aws.endpointUrlSfn",
          "AWS_ENDPOINT_URL_SNS",
          "aws.endpointUrlSns",
          "AWS_ENDPOINT_URL_STS",
          "aws.endpointUrlSts",
          "AWS_REGION",
          "aws.region",
          "AWS_ACCESS_KEY_ID",
          "aws.accessKeyId",
          "AWS_SECRET_ACCESS_KEY",
          "aws.secretAccessKey");

  private final Map<String, String> variables = new LinkedHashMap<>();

  private Endpoints() {}

  static Endpoints of(URI dynamoDb, URI others) {
    var endpoints = new Endpoints();
    endpoints.add(DYNAMODB, dynamoDb.toString());
    endpoints.add("AWS_ENDPOINT_URL_DRS", others.toString());
    endpoints.add("AWS_ENDPOINT_URL_EC2", others.toString());
    endpoints.add("AWS_ENDPOINT_URL_SFN", others.toString());
    endpoints.add("AWS_ENDPOINT_URL_SNS", others.toString());
    endpoints.add("AWS_ENDPOINT_URL_STS", others.toString());
    endpoints.add("AWS_ENDPOINT_URL_LAMBDA", others.toString());
    endpoints.add("AWS_REGION", REGION);
    // What version 1 of the AWS CLI reads.
    endpoints.add("AWS_DEFAULT_REGION", REGION);
    endpoints.add("AWS_ACCESS_KEY_ID", "local");
    endpoints.add("AWS_SECRET_ACCESS_KEY", "local");
    return endpoints;
  }

  static boolean isSet(String variable) {
    return System.getenv(variable) != null;
  }

  private void add(String variable, String value) {
    variables.put(variable, System.getenv().getOrDefault(variable, value));
  }

  /** The environment variables for other processes. */
  public Map<String, String> variables() {
    return Map.copyOf(variables);
  }

  /** Tells the SDK in this process. */
  void use() {
    use(variables);
  }

  /** Tells the SDK in this process of the endpoints of another, by its {@link #variables}. */
  public static void use(Map<String, String> variables) {
    variables.forEach(
        (variable, value) -> {
          var property = PROPERTIES.get(variable);
          if (property != null) {
            System.setProperty(property, value);
          }
        });
  }
}
