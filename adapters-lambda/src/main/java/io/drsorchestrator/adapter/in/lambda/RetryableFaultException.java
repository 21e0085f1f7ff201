package io.drsorchestrator.adapter.in.lambda;

/**
 * A fault that may be gone at the next try. The state machines retry it by this class name for as
 * long as a wave may take.
 */
public final class RetryableFaultException extends RuntimeException {

  RetryableFaultException(Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
