package io.drsorchestrator.application.explorer;

/**
 * What an invocation was asked to do.
 *
 * @param wave of the request, where it names one
 * @param token of the request: the task token of a pause, or empty
 */
record Order(Kind kind, int wave, String token) {

  /** The operations by who asks for them. */
  enum Kind {
    /** The second half of a start: StartExecution, and the workflow's ARN on record. */
    START,
    CREATE,
    START_WAVE,
    POLL,
    PAUSE,
    RESUME,
    FINALIZE,
    /** Records FAILED or CANCELLED. */
    UPDATE,
    /** The same operation after an error: what is on record decides. */
    READ_AGAIN,
    GIVE_UP,
    /** The reconciler. */
    FIND,
    /** The event that the workflow has ended without success. */
    DEATH,
    ASK_PAUSE,
    ASK_RESUME,
    ASK_CANCEL,
    /** Removes the execution from the history. */
    ASK_DELETE,
    /** Another workflow, started by hand, puts itself on record. */
    FOREIGN;

    boolean isOperators() {
      return this == ASK_PAUSE || this == ASK_RESUME || this == ASK_CANCEL;
    }
  }

  static Order of(Kind kind) {
    return new Order(kind, -1, "");
  }

  static Order of(Kind kind, int wave) {
    return new Order(kind, wave, "");
  }

  String text() {
    var of = wave < 0 ? kind.name() : kind + " wave " + wave;
    return token.isEmpty() ? of : of + " " + token;
  }
}
