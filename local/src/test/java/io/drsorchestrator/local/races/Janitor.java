package io.drsorchestrator.local.races;

import java.util.List;

/**
 * What runs every minute for ever: {@code find} and the event of an ended workflow. At last, when
 * everybody else has had their turn, an operator opens the gates that are left.
 */
final class Janitor implements Runnable {

  private static final int MAX_ROUNDS = 150;

  private final Caller caller;
  private final Schedule schedule;
  private final History history;
  private final ScriptedWorkflows workflows;
  private final List<Actor> others;
  private boolean told;
  private boolean over;

  Janitor(
      Caller caller,
      Schedule schedule,
      History history,
      ScriptedWorkflows workflows,
      List<Actor> others) {
    this.caller = caller;
    this.schedule = schedule;
    this.history = history;
    this.workflows = workflows;
    this.others = others;
  }

  boolean isOver() {
    return over;
  }

  @Override
  public void run() {
    for (int i = 0; i < MAX_ROUNDS && !isDone(); i++) {
      schedule.sleep(60);
      round();
    }
    over = true;
  }

  private boolean isDone() {
    return othersAreDone()
        && !history.isEmpty()
        && history.last().hasEnded()
        && workflows.hasEnded();
  }

  private boolean othersAreDone() {
    return others.stream().allMatch(actor -> actor.done);
  }

  private void round() {
    if (workflows.hasEnded() && !told) {
      told = !schedule.happens(300);
      caller.tryOnce(caller.statusChange(workflows.status));
    }
    caller.tryOnce(caller.operation("find"));
    if (othersAreDone()) {
      schedule.quieten();
      openGate();
    }
  }

  private void openGate() {
    if (history.isEmpty()) {
      caller.tryOnce(OperatorScript.creation(caller));
    } else if (history.last().status().equals("PAUSED")) {
      caller.tryOnce(caller.operation("resume"));
    }
  }
}
