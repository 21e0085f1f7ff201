package io.drsorchestrator.application.port;

/** AWS answered and said no, such as for want of a permission: trying again does not help. */
public class AwsRefusedException extends RuntimeException {

  /** AWS was not even asked. */
  public AwsRefusedException(String message) {
    super(message);
  }

  public AwsRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
