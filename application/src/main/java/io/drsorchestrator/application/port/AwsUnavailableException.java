package io.drsorchestrator.application.port;

/** AWS did not answer, throttled or failed: nothing is known, and trying again may help. */
public final class AwsUnavailableException extends RuntimeException {

  public AwsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
