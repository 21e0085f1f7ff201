package io.drsorchestrator.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void answers_404_in_json_when_no_endpoint_accepts() throws Exception {
    try (LoopbackServer server = LoopbackServer.start(0, List.of())) {
      var answer = get(server, "/nothing");

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(answer.body()).isEqualTo("{\"message\":\"nothing answers /nothing\"}");
    }
  }

  @Test
  void the_first_endpoint_that_accepts_answers() throws Exception {
    HttpEndpoint one = at("/one", request -> text("one"));
    HttpEndpoint two = at("/two", request -> text("two"));
    HttpEndpoint late = at("/two", request -> text("too late"));
    try (LoopbackServer server = LoopbackServer.start(0, List.of(one, two, late))) {
      assertThat(get(server, "/two").body()).isEqualTo("two");
    }
  }

  @Test
  void hands_over_decoded_path_query_headers_and_utf_8_body() throws Exception {
    List<HttpRequest> seen = new CopyOnWriteArrayList<>();
    HttpEndpoint echo =
        at(
            "/a b/c",
            request -> {
              seen.add(request);
              return text(request.body() + " – ok");
            });
    try (LoopbackServer server = LoopbackServer.start(0, List.of(echo))) {
      var request =
          java.net.http.HttpRequest.newBuilder(
                  URI.create(server.uri() + "/a%20b%2Fc?x=1&x=%C3%A4&y"))
              .header("X-Test", "Yes")
              .PUT(BodyPublishers.ofString("grüße", UTF_8))
              .build();
      var answer = client.send(request, BodyHandlers.ofString(UTF_8));

      assertThat(answer.body()).isEqualTo("grüße – ok");
      assertThat(seen.get(0).method()).isEqualTo("PUT");
      assertThat(seen.get(0).query()).containsEntry("x", "ä").containsEntry("y", "");
      assertThat(seen.get(0).headers()).containsEntry("x-test", "Yes");
      assertThat(seen.get(0).header("X-TEST")).contains("Yes");
    }
  }

  @Test
  void closes_the_connection_of_a_lost_answer() {
    HttpEndpoint losing =
        at(
            "/lost",
            request -> {
              throw new LostAnswerException("test");
            });
    try (LoopbackServer server = LoopbackServer.start(0, List.of(losing))) {
      assertThatThrownBy(() -> get(server, "/lost")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void reports_a_defect_of_an_endpoint_as_500() throws Exception {
    HttpEndpoint broken =
        at(
            "/broken",
            request -> {
              throw new IllegalStateException("say \"why\"");
            });
    try (LoopbackServer server = LoopbackServer.start(0, List.of(broken))) {
      var answer = get(server, "/broken");

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("say \\\"why\\\"");
    }
  }

  @Test
  void a_blocked_request_does_not_hold_up_others() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    HttpEndpoint blocked =
        at(
            "/blocked",
            request -> {
              await(release);
              return text("at last");
            });
    HttpEndpoint quick = at("/quick", request -> text("quick"));
    try (LoopbackServer server = LoopbackServer.start(0, List.of(blocked, quick))) {
      var waiting = client.sendAsync(request(server, "/blocked"), BodyHandlers.ofString());

      assertThat(get(server, "/quick").body()).isEqualTo("quick");
      assertThat(waiting).isNotDone();
      release.countDown();
      assertThat(waiting.get(5, TimeUnit.SECONDS).body()).isEqualTo("at last");
    }
  }

  @Test
  void listens_on_the_loopback_address_only() throws Exception {
    try (LoopbackServer server = LoopbackServer.start(0, List.of())) {
      assertThat(server.uri().getHost()).isEqualTo("127.0.0.1");
      for (InetAddress other : otherAddresses()) {
        assertThatThrownBy(() -> new Socket(other, server.uri().getPort()).close())
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void says_so_when_the_port_is_taken() {
    try (LoopbackServer first = LoopbackServer.start(0, List.of())) {
      int port = first.uri().getPort();

      assertThatThrownBy(() -> LoopbackServer.start(port, List.of()))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("cannot listen on 127.0.0.1:" + port);
    }
  }

  private java.net.http.HttpResponse<String> get(LoopbackServer server, String path)
      throws IOException, InterruptedException {
    return client.send(request(server, path), BodyHandlers.ofString());
  }

  private static java.net.http.HttpRequest request(LoopbackServer server, String path) {
    return java.net.http.HttpRequest.newBuilder(URI.create(server.uri() + path)).build();
  }

  private static List<InetAddress> otherAddresses() throws IOException {
    Stream<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.getHostAddress().equals("127.0.0.1"));
    return Stream.concat(Stream.of(InetAddress.getByName("127.0.0.2")), others).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpResponse text(String body) {
    return HttpResponse.of(200, "text/plain;charset=UTF-8", body);
  }

  private static HttpEndpoint at(String path, Function<HttpRequest, HttpResponse> answer) {
    return new HttpEndpoint() {
      @Override
      public boolean accepts(HttpRequest request) {
        return request.path().equals(path);
      }

      @Override
      public HttpResponse handle(HttpRequest request) {
        return answer.apply(request);
      }
    };
  }
}
