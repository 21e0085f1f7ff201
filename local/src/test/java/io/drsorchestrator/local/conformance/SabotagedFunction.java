package io.drsorchestrator.local.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.local.lambda.LambdaService;
import io.drsorchestrator.local.lambda.LocalFunction;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Our handler with a sabotage before it. */
record SabotagedFunction(LocalFunction ours, Sabotage sabotage, Damage damage)
    implements LambdaService {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public void invoke(String functionName, String payload, Consumer<InvocationResult> done) {
    var unused = CompletableFuture.runAsync(() -> done.accept(invoke(payload)));
  }

  @Override
  public InvocationResult invoke(String payload) {
    try {
      var event = MAPPER.readTree(payload);
      return sabotage.answer(event, it -> ours.invoke(it.toString()), damage);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    ours.close();
    damage.close();
  }
}
