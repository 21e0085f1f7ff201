package io.drsorchestrator.adapter.in.request;

import io.vavr.collection.Vector;

/** A request that is wrong: which field, what it says and what is allowed. */
public final class InvalidRequestException extends RuntimeException {

  private final String code;
  private final Vector<String> supportedOperations;

  private InvalidRequestException(String code, String message, Vector<String> supportedOperations) {
    super(message);
    this.code = code;
    this.supportedOperations = supportedOperations;
  }

  /** With the {@code code} of the contract and one sentence for people. */
  public InvalidRequestException(String code, String message) {
    this(code, message, Vector.empty());
  }

  /** The caller has no operation {@code name}, only {@code supported} ones. */
  public static InvalidRequestException unknownOperation(String name, Vector<String> supported) {
    return new InvalidRequestException(
        "UNKNOWN_OPERATION",
        "operation is %s, allowed is %s".formatted(name, supported.mkString(", ")),
        supported);
  }

  /** The code of the contract, such as {@code INVALID_PARAMETER}. */
  public String code() {
    return code;
  }

  /** Empty where the operation is not what is wrong. */
  public Vector<String> supportedOperations() {
    return supportedOperations;
  }
}
