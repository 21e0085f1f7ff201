package io.drsorchestrator.adapter.in.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

/** What each line of the log says of its invocation. */
class InvocationLogTest {

  private final Context context = mock(Context.class);

  private Map<String, String> context(String event, Option<String> trace) throws IOException {
    when(context.getAwsRequestId()).thenReturn("request-1");
    InvocationLog.begin(context, new ObjectMapper().readTree(event), trace);
    return MDC.getCopyOfContextMap();
  }

  @AfterEach
  void end() {
    InvocationLog.end();
    assertThat(MDC.get("requestId")).isNull();
  }

  @Test
  void request_trace_caller_operation_and_execution() throws IOException {
    var event =
        "{\"operation\":\"poll\",\"executionId\":\"e-1\",\"workflow\":\"arn\",\"planId\":\"p\"}";

    assertThat(context(event, Option.some("Root=1-5759e988-bd86;Parent=53995c;Sampled=1")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "requestId", "request-1",
                "traceId", "1-5759e988-bd86",
                "caller", "workflow",
                "operation", "poll",
                "executionId", "e-1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"operation\":\"pause\"}; direct",
        "{\"worker\":true}; direct",
        "{\"source\":\"aws.events\"}; schedule",
        "{\"source\":\"aws.states\"}; status-change",
        "{\"httpMethod\":\"GET\"}; api",
        "{}; direct",
        "[]; direct",
        "null; direct"
      })
  void who_calls(String event, String caller) throws IOException {
    assertThat(context(event, Option.none())).containsEntry("caller", caller);
  }

  /**
   * Only operations that there are and ids that can be: the rest of an event is not for the log.
   */
  @Test
  void what_somebody_made_up_is_not_logged() throws IOException {
    assertThat(context("{\"operation\":\"x\\ny\",\"executionId\":\"a\\nb\"}", Option.none()))
        .doesNotContainKeys("operation", "executionId");
    assertThat(context("{\"operation\":7,\"executionId\":{\"a\":1}}", Option.none()))
        .doesNotContainKeys("operation", "executionId");
  }
}
