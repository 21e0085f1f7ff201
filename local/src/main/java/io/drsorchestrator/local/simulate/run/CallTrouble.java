package io.drsorchestrator.local.simulate.run;

/** What the caller gets in place of an answer. */
final class CallTrouble extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What it looks like to the SDK. */
  enum Kind {
    THROTTLED,
    SERVER_ERROR,
    NO_ANSWER
  }

  private final Kind kind;

  CallTrouble(Kind kind) {
    super(kind.name(), null, false, false);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
