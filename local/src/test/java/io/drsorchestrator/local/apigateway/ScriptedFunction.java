package io.drsorchestrator.local.apigateway;

import io.drsorchestrator.local.lambda.LambdaService;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A function that gives one answer and keeps what it was asked. */
final class ScriptedFunction implements LambdaService {

  final List<String> events = new CopyOnWriteArrayList<>();
  volatile InvocationResult answer = InvocationResult.success("{\"statusCode\":200}");

  void answers(String json) {
    answer = InvocationResult.success(json);
  }

  @Override
  public void invoke(String functionName, String payload, Consumer<InvocationResult> done) {
    done.accept(invoke(payload));
  }

  @Override
  public InvocationResult invoke(String payload) {
    events.add(payload);
    return answer;
  }

  @Override
  public void close() {}
}
