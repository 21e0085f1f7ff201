package io.drsorchestrator.adapter.out.calls;

import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Counts every call and every attempt of a client for the poll that makes it. A poll whose time is
 * used up begins no further call to DRS or EC2, so that it still has time to write what it knows.
 */
public final class CallCounter implements ExecutionInterceptor {

  private static final Set<String> BOUNDED = Set.of("drs", "ec2");

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (CallTally.isOpen()) {
      begin(service(attributes), attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }
  }

  private static void begin(String service, String operation) {
    var tally = CallTally.current();
    if (BOUNDED.contains(service) && tally.isOverdrawn()) {
      throw AbortedException.create("the poll has no time left for this call");
    }
    tally.call(service + "." + operation);
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    if (CallTally.isOpen()) {
      CallTally.current().attempt();
    }
  }

  /** DRS says 429, EC2 503; what DynamoDB says is repeated by the SDK so soon that nobody waits. */
  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    var status = context.httpResponse().statusCode();
    var isThrottled = status == 429 || (status == 503 && service(attributes).equals("ec2"));
    if (isThrottled && CallTally.isOpen()) {
      CallTally.current().throttled();
    }
  }

  private static String service(ExecutionAttributes attributes) {
    return attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME).toLowerCase(Locale.ROOT);
  }
}
