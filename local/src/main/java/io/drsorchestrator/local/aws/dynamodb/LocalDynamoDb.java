package io.drsorchestrator.local.aws.dynamodb;

import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local in memory behind a server of our own: its own one binds every address and sends
 * telemetry, this one listens on 127.0.0.1 only and sends nothing.
 */
public final class LocalDynamoDb implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final Server server;
  private final ServerConnector connector;

  private LocalDynamoDb(int port) {
    var threads = new QueuedThreadPool();
    threads.setName("dynamodb");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server);
    connector.setHost(LOOPBACK);
    connector.setPort(port);
    server.addConnector(connector);
    var context = new ContextHandler("/");
    context.setHandler(new LocalDynamoDBServerHandler(engine(), null));
    server.setHandler(context);
  }

  /** One database for every Region and credential, in memory. */
  private static LocalDynamoDBRequestHandler engine() {
    return new LocalDynamoDBRequestHandler(0, true, null, true, false);
  }

  /** Starts on {@code port}; 0 means any free one. */
  public static LocalDynamoDb start(int port) {
    var dynamoDb = new LocalDynamoDb(port);
    try {
      dynamoDb.server.start();
      return dynamoDb;
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start on port " + port, e);
    }
  }

  public URI uri() {
    return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not stop", e);
    }
  }
}
