package io.drsorchestrator.application.explorer;

/**
 * What judges remember: only what has been acknowledged or has gone wrong.
 *
 * @param cancelled whether an operator was told that the cancel is accepted
 * @param pauseDue whether an operator's pause is on record and no pause has followed
 * @param excused whether anything has happened for which an execution may fail
 */
record Past(boolean cancelled, boolean pauseDue, boolean excused) {

  static final Past NOTHING = new Past(false, false, false);

  Past excuse() {
    return new Past(cancelled, pauseDue, true);
  }

  Past cancel() {
    return new Past(true, pauseDue, excused);
  }

  Past pauseDue(boolean due) {
    return new Past(cancelled, due, excused);
  }
}
