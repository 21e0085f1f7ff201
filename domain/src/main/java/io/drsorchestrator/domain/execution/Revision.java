package io.drsorchestrator.domain.execution;

/**
 * The optimistic lock of lifecycle transitions: each one is conditional on the revision it read.
 * Polls leave it alone, so that they never starve an operator.
 */
public record Revision(long value) {

  public static final Revision INITIAL = new Revision(1);

  public Revision next() {
    return new Revision(value + 1);
  }
}
