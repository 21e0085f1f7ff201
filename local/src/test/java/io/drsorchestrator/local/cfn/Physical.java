package io.drsorchestrator.local.cfn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** What CloudFormation would answer for Ref and GetAtt of a resource, in a made-up account. */
final class Physical {

  static final String ACCOUNT = "111122223333";
  static final String REGION = "eu-west-1";

  private final String name;
  private final String type;
  private final Function<String, String> property;

  Physical(String name, JsonNode resource, Function<String, String> property) {
    this.name = name;
    this.type = resource.path("Type").asText();
    this.property = property;
  }

  static String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, REGION, ACCOUNT, resource);
  }

  String ref() {
    return switch (type) {
      case "AWS::Lambda::Function" -> property.apply("FunctionName");
      case "AWS::Lambda::Version" -> function() + ":7";
      case "AWS::Lambda::Alias" -> function() + ":" + property.apply("Name");
      case "AWS::SQS::Queue" ->
          "https://sqs.%s.amazonaws.com/%s/%s"
              .formatted(REGION, ACCOUNT, property.apply("QueueName"));
      case "AWS::Logs::LogGroup" -> property.apply("LogGroupName");
      case "AWS::Events::Rule" -> property.apply("Name");
      case "AWS::SNS::Topic" -> arn("sns", property.apply("TopicName"));
      case "AWS::StepFunctions::StateMachine" ->
          arn("states", "stateMachine:" + property.apply("StateMachineName"));
      case "AWS::StepFunctions::StateMachineVersion" -> property.apply("StateMachineArn") + ":3";
      case "AWS::ApiGateway::Stage" -> property.apply("StageName");
      default -> name;
    };
  }

  /** The ARN of the function that a version or an alias is of. */
  private String function() {
    return arn("lambda", "function:" + property.apply("FunctionName"));
  }

  String attribute(String attribute) {
    return switch (type + "." + attribute) {
      case "AWS::Lambda::Version.Version" -> "7";
      case "AWS::SQS::Queue.Arn" -> arn("sqs", property.apply("QueueName"));
      case "AWS::SQS::Queue.QueueName" -> property.apply("QueueName");
      case "AWS::Logs::LogGroup.Arn" -> arn("logs", "log-group:" + ref() + ":*");
      case "AWS::IAM::Role.Arn" -> "arn:aws:iam::%s:role/%s".formatted(ACCOUNT, name);
      case "AWS::Events::Rule.Arn" -> arn("events", "rule/" + ref());
      case "AWS::StepFunctions::StateMachine.Name" -> property.apply("StateMachineName");
      case "AWS::StepFunctions::StateMachine.StateMachineRevisionId" -> name + "-revision";
      case "AWS::ApiGateway::RestApi.RootResourceId" -> "root";
      default -> throw new IllegalStateException(type + " has no attribute " + attribute);
    };
  }
}
