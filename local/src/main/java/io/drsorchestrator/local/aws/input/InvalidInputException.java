package io.drsorchestrator.local.aws.input;

/** A field of an input file that cannot be what it is. */
public final class InvalidInputException extends RuntimeException {

  private final String field;
  private final String value;
  private final String allowed;

  public InvalidInputException(String field, String value, String allowed) {
    super(field + " is " + value + ", allowed: " + allowed);
    this.field = field;
    this.value = value;
    this.allowed = allowed;
  }

  /** The path of the field, such as {@code faults[0].effect}. */
  public String field() {
    return field;
  }

  /** What stands there. */
  public String value() {
    return value;
  }

  /** What may stand there. */
  public String allowed() {
    return allowed;
  }
}
