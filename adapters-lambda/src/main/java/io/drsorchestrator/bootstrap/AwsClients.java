package io.drsorchestrator.bootstrap;

import io.drsorchestrator.adapter.out.SdkClients;
import io.drsorchestrator.adapter.out.drs.DrsClients;
import io.drsorchestrator.adapter.out.ec2.Ec2Clients;
import io.drsorchestrator.adapter.out.sns.SnsNotifications;
import io.drsorchestrator.adapter.out.states.StepFunctionsWorkflows;
import io.drsorchestrator.adapter.out.sts.AssumedRoles;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The clients of the services that the function calls.
 *
 * @param sns the client of a Region
 */
public record AwsClients(
    DynamoDbClient dynamoDb,
    DrsClients drs,
    Ec2Clients ec2,
    Supplier<SfnClient> stepFunctions,
    Function<String, SnsClient> sns) {

  /** Where AWS is, the SDK finds out by its own standard settings. */
  static AwsClients of(String region, String stateMachineArn) {
    var roles = new AssumedRoles(() -> SdkClients.build(StsClient.builder(), region));
    return new AwsClients(
        SdkClients.build(DynamoDbClient.builder(), region),
        DrsClients.of(roles),
        Ec2Clients.of(roles),
        StepFunctionsWorkflows.client(stateMachineArn),
        SnsNotifications::client);
  }

  /** All of them made, and none of them ever calls AWS. */
  static AwsClients offline(String region) {
    var drs = SdkClients.buildOffline(DrsClient.builder(), region);
    var ec2 = SdkClients.buildOffline(Ec2Client.builder(), region);
    var stepFunctions = SdkClients.buildOffline(SfnClient.builder(), region);
    var sns = SdkClients.buildOffline(SnsClient.builder(), region);
    return new AwsClients(
        SdkClients.buildOffline(DynamoDbClient.builder(), region),
        scope -> drs,
        scope -> ec2,
        () -> stepFunctions,
        topic -> sns);
  }
}
