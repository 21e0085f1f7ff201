package io.drsorchestrator.adapter.out;

import com.amazonaws.services.lambda.runtime.Context;
import io.drsorchestrator.adapter.in.api.HttpApi;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/** What nothing that is called by the use cases may do, outside of its own service. */
public final class Offences {

  private Offences() {}

  /** Knows who calls. */
  public record KnowsTheApi(HttpApi api) {}

  /** Cannot be called outside of Lambda. */
  public record KnowsLambda(Context context) {}

  /** Spells as DynamoDB does. */
  public record KnowsDynamoDb(AttributeValue value) {}

  /** Spells as DRS does. */
  public record KnowsDrs(Job job) {}

  /** Spells as EC2 does. */
  public record KnowsEc2(Instance instance) {}

  /** Spells as Step Functions does. */
  public record KnowsStepFunctions(ExecutionStatus status) {}

  /** Spells as SNS does. */
  public record KnowsSns(PublishRequest request) {}

  /** Spells as STS does. */
  public record KnowsSts(Credentials credentials) {}
}
