package io.drsorchestrator.adapter.out;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An AWS endpoint that gives prepared answers, the last one for ever, and counts the requests. */
public final class LoopbackEndpoint implements AutoCloseable {

  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final Vector<Answer> answers;
  private final HttpServer server;

  private LoopbackEndpoint(Vector<Answer> answers) {
    this.answers = answers;
    this.server = started();
  }

  /** What arrived. */
  public record Request(String path, String authorization, String body) {}

  /** What is answered. */
  public record Answer(int status, Map<String, String> headers, String body) {

    /** The connection is closed without an answer. */
    public static final Answer HANG_UP = new Answer(0, HashMap.empty(), "");

    public static Answer of(int status, String body) {
      return new Answer(status, HashMap.empty(), body);
    }

    public static Answer error(int status, String type) {
      return of(status, "{\"message\":\"told by the endpoint\"}").with("x-amzn-ErrorType", type);
    }

    public Answer with(String header, String value) {
      return new Answer(status, headers.put(header, value), body);
    }
  }

  public static LoopbackEndpoint answering(Answer... answers) {
    return new LoopbackEndpoint(Vector.of(answers));
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public Vector<Request> requests() {
    return Vector.ofAll(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private HttpServer started() {
    try {
      var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      http.createContext("/", this::handle);
      http.start();
      return http;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      requests.add(
          new Request(
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              body));
      var answer = answers.get(Math.min(requests.size(), answers.size()) - 1);
      if (answer.status() != 0) {
        send(exchange, answer);
      }
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    var bytes = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
