package io.drsorchestrator.local.lambda;

import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Lambda's Invoke API, version 2015-03-31, for the one function. */
public final class InvokeEndpoint implements HttpEndpoint {

  private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");

  private final String functionName;
  private final LambdaService lambda;

  public InvokeEndpoint(String functionName, LambdaService lambda) {
    this.functionName = functionName;
    this.lambda = lambda;
  }

  @Override
  public boolean accepts(HttpRequest request) {
    return PATH.matcher(request.path()).matches();
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    var path = PATH.matcher(request.path());
    if (!path.matches() || !isOurs(path.group(1))) {
      return answer(
          404,
          Map.of("x-amzn-ErrorType", "ResourceNotFoundException"),
          "{\"Type\":\"User\",\"Message\":\"Function not found, there is only %s\"}"
              .formatted(functionName));
    }
    var payload = request.body().isBlank() ? "{}" : request.body();
    if (request.header("X-Amz-Invocation-Type").filter("Event"::equals).isPresent()) {
      lambda.invoke(functionName, payload, result -> {});
      return answer(202, Map.of(), "");
    }
    return answer(lambda.invoke(payload));
  }

  /** By name, by partial or full ARN, with or without a qualifier. */
  private boolean isOurs(String name) {
    return name.equals(functionName)
        || name.startsWith(functionName + ":")
        || name.contains(":function:" + functionName)
        || name.contains(":" + functionName);
  }

  private static HttpResponse answer(InvocationResult result) {
    if (result instanceof InvocationResult.Answer answer) {
      return answer(200, Map.of(), answer.payloadJson());
    }
    if (result instanceof InvocationResult.FunctionError error) {
      return answer(200, Map.of("X-Amz-Function-Error", "Unhandled"), error.errorJson());
    }
    var error = (InvocationResult.ServiceError) result;
    return answer(
        500, Map.of("x-amzn-ErrorType", error.error()), "{\"Message\":\"service error\"}");
  }

  private static HttpResponse answer(int status, Map<String, String> more, String body) {
    var headers = new HashMap<>(more);
    headers.put("Content-Type", "application/json");
    headers.put("x-amzn-RequestId", UUID.randomUUID().toString());
    headers.put("X-Amz-Executed-Version", "$LATEST");
    return new HttpResponse(status, headers, body);
  }
}
