package io.drsorchestrator.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.local.http.LoopbackServer;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP to proxy events and back, as API Gateway's REST APIs do it (AWS facts, section 7.1). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiGatewayEndpointTest {

  private static final String FILE = file();

  private final ScriptedFunction function = new ScriptedFunction();
  private final InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(1_769_430_000_123L));
  private final LoopbackServer server =
      LoopbackServer.start(
          0, List.of(ApiGatewayEndpoint.of(FILE, "111122223333", function, clock)));
  private final HttpClient client = HttpClient.newHttpClient();

  private static String file() {
    try (InputStream stream = ApiGatewayEndpoint.class.getResourceAsStream("/cfn/openapi.yaml")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Paths that no client library would send. */
  private String raw(String path) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
      var request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private JsonNode lastEvent() throws IOException {
    return new ObjectMapper().readTree(function.events.get(function.events.size() - 1));
  }

  @Test
  void what_is_empty_is_null() throws Exception {
    send("GET", "/executions", "");

    var event = lastEvent();
    for (var name :
        List.of(
            "queryStringParameters",
            "multiValueQueryStringParameters",
            "pathParameters",
            "stageVariables",
            "body")) {
      assertThat(event.has(name)).as(name).isTrue();
      assertThat(event.path(name).isNull()).as(name).isTrue();
    }
    assertThat(event.path("isBase64Encoded").isBoolean()).isTrue();
  }

  @Test
  void of_what_is_repeated_the_last_stands_beside_all() throws Exception {
    send("GET", "/executions?limit=1&limit=2&_t&x=%C3%A4+b", "", "X-Test", "a", "X-Test", "b");

    var event = lastEvent();
    assertThat(event.path("queryStringParameters"))
        .isEqualTo(new ObjectMapper().readTree("{\"limit\":\"2\",\"_t\":\"\",\"x\":\"ä b\"}"));
    assertThat(event.path("multiValueQueryStringParameters").path("limit").toString())
        .isEqualTo("[\"1\",\"2\"]");
    assertThat(event.path("headers").path("X-Test").asText()).isEqualTo("b");
    assertThat(event.path("multiValueHeaders").path("X-Test").toString())
        .isEqualTo("[\"a\",\"b\"]");
  }

  @Test
  void a_path_parameter_is_handed_over_as_it_was_sent() throws Exception {
    send("POST", "/executions/arn%3Aaws%2fx/cancel", "{\"reason\":\"grüße\"}");

    var event = lastEvent();
    assertThat(event.path("resource").asText()).isEqualTo("/executions/{id}/cancel");
    assertThat(event.path("path").asText()).isEqualTo("/executions/arn%3Aaws%2fx/cancel");
    assertThat(event.path("pathParameters").path("id").asText()).isEqualTo("arn%3Aaws%2fx");
    assertThat(event.path("body").asText()).isEqualTo("{\"reason\":\"grüße\"}");
  }

  @Test
  void the_context_tells_who_calls_when_and_where() throws Exception {
    send("GET", "/executions/e-1", "");

    var context = lastEvent().path("requestContext");
    assertThat(context.path("resourcePath").asText()).isEqualTo("/executions/{id}");
    assertThat(context.path("path").asText()).isEqualTo("/local/executions/e-1");
    assertThat(context.path("stage").asText()).isEqualTo("local");
    assertThat(context.path("accountId").asText()).isEqualTo("111122223333");
    assertThat(context.path("requestTimeEpoch").asLong()).isEqualTo(1_769_430_000_123L);
    assertThat(context.path("identity").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.path("requestId").asText()).isNotBlank();
    assertThat(context.path("authorizer").path("claims").path("email").asText())
        .endsWith("@localhost");
  }

  @Test
  void the_answer_of_the_function_is_the_answer() throws Exception {
    function.answers(
        "{\"statusCode\":409,\"headers\":{\"Content-Type\":\"application/json\",\"X-A\":\"1\"},"
            + "\"body\":\"{\\\"error\\\":\\\"ä\\\"}\",\"isBase64Encoded\":false}");

    var answer = send("GET", "/executions", "");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.headers().firstValue("X-A")).contains("1");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body()).isEqualTo("{\"error\":\"ä\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "\"text\"",
        "{}",
        "{\"executionsFound\":1,\"statusCode\":200}",
        "{\"statusCode\":\"200\"}",
        "{\"statusCode\":99}",
        "{\"statusCode\":200,\"body\":{}}",
        "{\"statusCode\":200,\"headers\":{\"a\":[\"b\"]}}"
      })
  void an_answer_of_another_shape_is_a_bad_gateway(String json) throws Exception {
    function.answers(json);

    refuses(send("GET", "/executions", ""), 502, "Internal server error");
  }

  @Test
  void a_function_that_fails_is_a_bad_gateway() throws Exception {
    function.answer = InvocationResult.functionError("{\"errorMessage\":\"secret\"}");

    refuses(send("GET", "/executions", ""), 502, "Internal server error");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/executions/a/realtime",
    "GET,/executions/",
    "GET,/executions/delete/x",
    "GET,/executions/delete",
    "PUT,/executions",
    "GET,/recovery-plans",
    "GET,/executions//cancel",
    "GET,/executions/a%2Fjob-logs/x",
    "PATCH,/executions/a"
  })
  void an_unknown_way_looks_like_a_missing_token(String method, String path) throws Exception {
    int before = function.events.size();

    refuses(send(method, path, ""), 403, "Missing Authentication Token");

    assertThat(function.events).hasSize(before);
  }

  private static void refuses(HttpResponse<String> answer, int status, String message) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @Test
  void the_preflight_of_a_browser_does_not_reach_the_function() throws Exception {
    int before = function.events.size();

    var answer = send("OPTIONS", "/executions/e-1/resume", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
        .contains("GET,POST,PUT,DELETE,OPTIONS");
    assertThat(function.events).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/executions/%zz", "/executions?x=%zz", "/executions/%"})
  void a_percent_sign_that_encodes_nothing_is_a_bad_request(String path) throws Exception {
    assertThat(raw(path)).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void serves_the_very_file_that_it_was_made_from() throws Exception {
    var answer = send("GET", "/openapi.yaml", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml");
    assertThat(answer.body()).isEqualTo(FILE).startsWith("# The HTTP API");
  }

  @Test
  void a_static_path_comes_before_one_with_a_parameter() throws Exception {
    function.answers("{\"statusCode\":200}");
    send("POST", "/executions/delete", "{}");

    assertThat(lastEvent().path("resource").asText()).isEqualTo("/executions/delete");
    assertThat(lastEvent().path("pathParameters").isNull()).isTrue();
  }
}
