package io.drsorchestrator.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A function that starts slowly, answers with its process, and sleeps if it is told to. */
public final class SlowStart implements RequestStreamHandler {

  static final String MILLIS = "START_MILLIS";

  public SlowStart() throws InterruptedException {
    Thread.sleep(Long.parseLong(System.getenv().getOrDefault(MILLIS, "0")));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var millis = Long.parseLong(new String(input.readAllBytes(), StandardCharsets.UTF_8));
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    var answer =
        "{\"process\":%d,\"remaining\":%d}"
            .formatted(ProcessHandle.current().pid(), context.getRemainingTimeInMillis());
    output.write(answer.getBytes(StandardCharsets.UTF_8));
  }
}
