package io.drsorchestrator.adapter.in.lambda;

/** A fault that no retry can mend. The state machines know it by this class name. */
public final class FinalFaultException extends RuntimeException {

  FinalFaultException(String message) {
    super(message);
  }
}
