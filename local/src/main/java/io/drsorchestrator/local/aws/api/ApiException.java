package io.drsorchestrator.local.aws.api;

/** An error that ends a call. */
public final class ApiException extends RuntimeException {

  private final transient ApiError error;

  ApiException(ApiError error) {
    super(error.code() + ": " + error.message());
    this.error = error;
  }

  public ApiError error() {
    return error;
  }
}
