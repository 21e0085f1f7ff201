package io.drsorchestrator.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.bootstrap.LambdaBootstrap;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** The production handler by a clock that runs faster, for a process of its own. */
public final class ScaledExecutionHandler implements RequestStreamHandler {

  private static final String ORIGIN_REAL = "DRS_LOCAL_REAL_ORIGIN";
  private static final String ORIGIN_SIMULATED = "DRS_LOCAL_SIMULATED_ORIGIN";
  private static final String SCALE = "DRS_LOCAL_TIME_SCALE";

  private final int scale = Integer.parseInt(variable(SCALE));
  private final RequestStreamHandler handler;

  public ScaledExecutionHandler() {
    var real = Long.parseLong(variable(ORIGIN_REAL));
    var simulated = Instant.parse(variable(ORIGIN_SIMULATED));
    InstantSource clock =
        () -> simulated.plus(Duration.ofMillis((System.currentTimeMillis() - real) * scale));
    handler =
        new ExecutionHandler(
            LambdaBootstrap.useCases(System.getenv(), clock),
            LambdaBootstrap.authorization(System.getenv()),
            clock);
  }

  /**
   * The environment variables that make another process live by the clock that shows {@code now}.
   */
  public static Map<String, String> environment(Instant now, int scale) {
    return Map.of(
        ORIGIN_REAL,
        Long.toString(System.currentTimeMillis()),
        ORIGIN_SIMULATED,
        now.toString(),
        SCALE,
        Integer.toString(scale));
  }

  private static String variable(String name) {
    return System.getenv().getOrDefault(name, "");
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    handler.handleRequest(input, output, scaled(context));
  }

  /** The same context, whose remaining time is told in simulated milliseconds. */
  private Context scaled(Context context) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getName().equals("getRemainingTimeInMillis")
                    ? context.getRemainingTimeInMillis() * scale
                    : method.invoke(context, arguments));
  }
}
