package io.drsorchestrator.adapter.out.calls;

import io.vavr.collection.Vector;
import org.slf4j.MDC;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ApiName;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Tells AWS for which execution and in which invocation a call is made: it stands in the user agent
 * that CloudTrail keeps. The trace header is the SDK's own business.
 */
public final class Correlation implements ExecutionInterceptor {

  private static final Vector<String> KNOWN = Vector.of("executionId", "requestId");
  private static final int LONGEST = 100;

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    var names = KNOWN.filter(Correlation::isFit).map(Correlation::name);
    return names.nonEmpty() && context.request() instanceof AwsRequest request
        ? named(request, names)
        : context.request();
  }

  private static boolean isFit(String name) {
    var value = MDC.get(name);
    return value != null && value.length() <= LONGEST && value.matches("[A-Za-z0-9._-]+");
  }

  private static ApiName name(String name) {
    return ApiName.builder().name(name).version(MDC.get(name)).build();
  }

  private static AwsRequest named(AwsRequest request, Vector<ApiName> names) {
    var known =
        request
            .overrideConfiguration()
            .map(AwsRequestOverrideConfiguration::toBuilder)
            .orElseGet(AwsRequestOverrideConfiguration::builder);
    names.forEach(known::addApiName);
    return request.toBuilder().overrideConfiguration(known.build()).build();
  }
}
