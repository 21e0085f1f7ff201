package io.drsorchestrator.domain.execution;

/** The task token on which a paused workflow waits. It is a credential and never printed. */
public record CallbackToken(String value) {

  /** Whether no workflow waits: only items of older systems are paused without a token. */
  public boolean isMissing() {
    return value.isBlank();
  }

  @Override
  public String toString() {
    return "CallbackToken[hidden]";
  }
}
