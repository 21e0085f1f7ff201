package io.drsorchestrator.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.http.LoopbackServer;
import io.drsorchestrator.local.lambda.InvokeEndpoint;
import io.drsorchestrator.local.lambda.LambdaService;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What somebody else's function answers reaches the workflow as it is. */
final class RemoteFunctionTest {

  /** Answers every payload alike. */
  private record Always(InvocationResult result) implements LambdaService {

    @Override
    public InvocationResult invoke(String payload) {
      return result;
    }

    @Override
    public void invoke(String functionName, String payload, Consumer<InvocationResult> done) {
      done.accept(result);
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private static InvocationResult remotely(InvocationResult result) {
    var endpoint = new InvokeEndpoint("theirs", new Always(result));
    try (var server = LoopbackServer.start(0, List.of(endpoint));
        var function = new RemoteFunction(server.uri(), "theirs")) {
      return function.invoke("{}");
    }
  }

  @Test
  void an_answer_is_an_answer() {
    var answer = InvocationResult.success("{\"next\":\"DONE\"}");
    assertThat(remotely(answer)).isEqualTo(answer);
  }

  @Test
  void a_failure_of_the_function_is_one() {
    var failure = InvocationResult.functionError("{\"errorType\":\"Broken\"}");
    assertThat(remotely(failure)).isEqualTo(failure);
  }

  @Test
  void a_service_that_does_not_answer_is_worth_another_try() {
    try (var function = new RemoteFunction(URI.create("http://127.0.0.1:1"), "theirs")) {
      assertThat(function.invoke("{}")).isInstanceOf(InvocationResult.ServiceError.class);
    }
  }
}
