package io.drsorchestrator.local.http;

/** An answer that never reaches its client: the server closes the connection instead. */
public final class LostAnswerException extends RuntimeException {

  public LostAnswerException(String reason) {
    super(reason);
  }
}
