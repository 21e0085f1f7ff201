package io.drsorchestrator.adapter.in.lambda;

/** A request that is wrong: which field, what it says and what is allowed. */
final class InvalidRequestException extends RuntimeException {

  private final String code;

  InvalidRequestException(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }
}
