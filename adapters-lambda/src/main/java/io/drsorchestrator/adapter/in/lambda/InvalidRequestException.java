package io.drsorchestrator.adapter.in.lambda;

import io.vavr.collection.Vector;

/** A request that is wrong: which field, what it says and what is allowed. */
final class InvalidRequestException extends RuntimeException {

  private final String code;
  private final Vector<String> supportedOperations;

  private InvalidRequestException(String code, String message, Vector<String> supportedOperations) {
    super(message);
    this.code = code;
    this.supportedOperations = supportedOperations;
  }

  InvalidRequestException(String code, String message) {
    this(code, message, Vector.empty());
  }

  /** The caller has no operation {@code name}, only {@code supported} ones. */
  static InvalidRequestException unknownOperation(String name, Vector<Operation> supported) {
    var names = supported.map(Operation::wireName);
    return new InvalidRequestException(
        "UNKNOWN_OPERATION",
        "operation is %s, allowed is %s".formatted(name, names.mkString(", ")),
        names);
  }

  String code() {
    return code;
  }

  /** Empty where the operation is not what is wrong. */
  Vector<String> supportedOperations() {
    return supportedOperations;
  }
}
