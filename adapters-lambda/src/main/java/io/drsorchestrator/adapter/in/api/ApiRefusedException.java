package io.drsorchestrator.adapter.in.api;

/** A request that is answered with an error status of its own. */
public final class ApiRefusedException extends RuntimeException {

  private final int statusCode;
  private final String code;

  ApiRefusedException(int statusCode, String code, String message) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
  }

  /** The HTTP status, 4xx. */
  public int statusCode() {
    return statusCode;
  }

  /** The code of the contract. */
  public String code() {
    return code;
  }
}
