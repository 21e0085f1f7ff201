package io.drsorchestrator.adapter.out.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.drsorchestrator.adapter.out.SdkClients;
import io.drsorchestrator.adapter.out.calls.SideBySide;
import io.drsorchestrator.domain.execution.ExecutionId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.drs.DrsClient;

/** Calls to AWS say for which execution and in which invocation they are made. */
class CorrelationTest {

  private static final byte[] NOTHING = "{\"items\":[]}".getBytes(StandardCharsets.UTF_8);

  private final List<String> agents = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final DrsClient drs;

  CorrelationTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    drs =
        SdkClients.build(
            DrsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key"))),
            "eu-west-1");
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
          exchange.sendResponseHeaders(200, NOTHING.length);
          exchange.getResponseBody().write(NOTHING);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    MDC.clear();
    server.stop(0);
  }

  @Test
  void a_call_names_its_execution_and_its_invocation() {
    MDC.put("executionId", "execution-1");
    MDC.put("requestId", "request-1");

    assertThat(drs.describeJobs(r -> {}).items()).isEmpty();

    assertThat(agents)
        .singleElement()
        .asString()
        .contains("executionId/execution-1", "requestId/request-1");
  }

  @Test
  void questions_of_a_poll_name_it_on_whatever_thread() {
    var calls = new SideBySide(Duration.ofMinutes(1), report -> {}, System::nanoTime);

    var answers =
        calls.during(
            new ExecutionId("execution-2"),
            () -> calls.both(() -> drs.describeJobs(r -> {}), () -> drs.describeJobs(r -> {})));

    assertThat(answers._1.items()).isEmpty();
    assertThat(agents).hasSize(2).allMatch(agent -> agent.contains("executionId/execution-2"));
    assertThat(MDC.get("executionId")).isNull();
  }

  /** Nothing that somebody sends gets into a header. */
  @Test
  void what_is_no_id_is_not_named() {
    MDC.put("executionId", "x\r\nX-Evil: 1");

    assertThat(drs.describeJobs(r -> {}).items()).isEmpty();

    assertThat(agents).singleElement().asString().doesNotContain("Evil", "executionId");
  }
}
