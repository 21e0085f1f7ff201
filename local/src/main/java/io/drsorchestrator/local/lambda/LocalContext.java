package io.drsorchestrator.local.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The context of one invocation in this process. */
public final class LocalContext implements Context {

  private final String requestId;
  private final Supplier<Duration> remaining;

  /**
   * An invocation whose time somebody else keeps.
   *
   * @param remaining until its time is over; never negative
   */
  public LocalContext(String requestId, Supplier<Duration> remaining) {
    this.requestId = requestId;
    this.remaining = remaining;
  }

  /** An invocation that begins now and may take {@code timeout} of real time. */
  static LocalContext begin(Duration timeout) {
    long endsAtNanos = System.nanoTime() + timeout.toNanos();
    return new LocalContext(
        UUID.randomUUID().toString(),
        () -> Duration.ofNanos(Math.max(0, endsAtNanos - System.nanoTime())));
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) remaining.get().toMillis();
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/execution-handler";
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionName() {
    return "execution-handler";
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:us-east-1:111122223333:function:execution-handler";
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 512;
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        System.err.println(message);
      }

      @Override
      public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}
