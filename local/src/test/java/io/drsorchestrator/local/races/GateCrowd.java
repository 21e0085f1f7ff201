package io.drsorchestrator.local.races;

import java.util.Random;

/** Comes to a gate at the moment at which people are to be reminded of it. */
final class GateCrowd {

  private static final int BEFORE_IT_IS_DUE = 1_790;
  private static final int SPREAD = 40;

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
    if (random.nextBoolean()) {
      caller.tryOnce(caller.command(random.nextInt(3) == 0 ? "cancel" : "resume"));
    }
  }

  void finder() {
    come();
    caller.tryOnce(caller.operation("find"));
    caller.tryOnce(caller.operation("find"));
  }

  private void come() {
    schedule.sleep(BEFORE_IT_IS_DUE + random.nextInt(SPREAD));
  }
}
