package io.drsorchestrator.local.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server on 127.0.0.1, and on no other address, in front of a list of endpoints. */
public final class LoopbackServer implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int THREADS = 100;
  private static final int STOP_MILLIS = 500;

  private final Server server;
  private final ServerConnector connector;

  private LoopbackServer(int port, List<HttpEndpoint> endpoints) {
    server = new Server(threads());
    connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
    connector.setHost(LOOPBACK);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new EndpointHandler(List.copyOf(endpoints)));
  }

  /** Serves {@code endpoints}, the first that accepts a request answers it; port 0 means any. */
  public static LoopbackServer start(int port, List<HttpEndpoint> endpoints) {
    LoopbackServer started = new LoopbackServer(port, endpoints);
    started.listen(port);
    return started;
  }

  /** Where it listens, such as {@code http://127.0.0.1:8000}. */
  public URI uri() {
    return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop the server on " + uri(), e);
    }
  }

  private void listen(int port) {
    try {
      connector.open();
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + LOOPBACK + ":" + port, e);
    } catch (Exception e) {
      throw new IllegalStateException("cannot start the server on " + LOOPBACK + ":" + port, e);
    }
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("loopback");
    threads.setDaemon(true);
    threads.setStopTimeout(STOP_MILLIS);
    return threads;
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    // API Gateway passes on the names of headers in the case in which they were sent.
    configuration.setHeaderCacheCaseSensitive(true);
    // ARNs travel in paths with an encoded slash, which Jetty refuses by default.
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    return configuration;
  }
}
