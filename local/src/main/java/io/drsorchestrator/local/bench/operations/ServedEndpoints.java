package io.drsorchestrator.local.bench.operations;

import io.drsorchestrator.local.system.Endpoints;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The process with the endpoints, as the one that uses it sees it. */
record ServedEndpoints(Process process, Map<String, String> environment) implements AutoCloseable {

  private static final long PATIENCE = 10;

  /** Starts it; from now on the SDK in this process finds AWS there. */
  static ServedEndpoints start() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                EndpointsProcess.class.getName())
            .redirectError(Redirect.INHERIT)
            .start();
    var served = new ServedEndpoints(process, environment(process.inputReader()));
    Endpoints.use(served.environment());
    return served;
  }

  private static Map<String, String> environment(BufferedReader output) throws IOException {
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("{\"")) {
        var environment = new HashMap<String, String>();
        Json.parse(line)
            .properties()
            .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
        return Map.copyOf(environment);
      }
    }
    throw new IOException("The process with the endpoints ended before it served them");
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
