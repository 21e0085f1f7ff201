package io.drsorchestrator.local.aws.api;

/** A nextToken that was not given out for this question. */
public final class InvalidPageTokenException extends RuntimeException {

  InvalidPageTokenException() {
    super("The nextToken is not valid for this request");
  }

  InvalidPageTokenException(Throwable cause) {
    super("The nextToken is not valid for this request", cause);
  }
}
