package io.drsorchestrator.domain.execution;

/** The task token on which a paused workflow waits. It is a credential and never printed. */
public record CallbackToken(String value) {

  @Override
  public String toString() {
    return "CallbackToken[hidden]";
  }
}
