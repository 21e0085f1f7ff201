package io.drsorchestrator.local.races;

import java.time.Duration;
import java.util.Random;

/** Comes to a gate at the moment at which people are to be reminded of it. */
final class GateCrowd {

  private static final int ABOUT_DUE = 1_800;
  private static final int SPREAD = 40;

  /** Nobody sleeps for long at a time: a leap of the clock would kill whatever is under way. */
  private static final int NAP = 50;

  private final Caller caller;
  private final Schedule schedule;
  private final Random random;

  GateCrowd(Caller caller, Schedule schedule, Random random) {
    this.caller = caller;
    this.schedule = schedule;
    this.random = random;
  }

  void creator() {
    caller.tryOnce(OperatorScript.creation(caller));
    operator();
  }

  void operator() {
    come();
    if (random.nextInt(3) > 0) {
      caller.tryOnce(caller.command(random.nextInt(3) == 0 ? "cancel" : "resume"));
    }
  }

  void finder() {
    come();
    for (int i = 0; i < 3; i++) {
      caller.tryOnce(caller.operation("find"));
    }
  }

  private void come() {
    var due = schedule.started().plusSeconds(ABOUT_DUE + random.nextInt(SPREAD));
    while (schedule.instant().isBefore(due)) {
      var left = Duration.between(schedule.instant(), due).toSeconds();
      schedule.sleep(Math.min(NAP, left));
    }
  }
}
