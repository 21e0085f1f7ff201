package io.drsorchestrator.local.races;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** An operator who creates the execution, again if need be, and then clicks at random. */
final class OperatorScript implements Runnable {

  private final Caller caller;
  private final Schedule schedule;
  private final ScriptedWorkflows workflows;
  private final Random random;
  private final int clicks;
  private final boolean cancels;
  private final boolean stops;

  OperatorScript(
      Caller caller, Schedule schedule, ScriptedWorkflows workflows, Random random, int clicks) {
    this.caller = caller;
    this.schedule = schedule;
    this.workflows = workflows;
    this.random = random;
    this.clicks = clicks;
    this.cancels = random.nextInt(4) == 0;
    this.stops = random.nextInt(8) == 0;
  }

  static ObjectNode creation(Caller caller) {
    return caller.operation("create").put("executionType", "DRILL").put("initiatedBy", "tester");
  }

  @Override
  public void run() {
    caller.tryOnce(creation(caller));
    for (int i = 0; i < clicks; i++) {
      schedule.sleep(random.nextInt(70));
      click();
    }
  }

  private void click() {
    int dice = random.nextInt(100);
    if (dice < 5 && stops) {
      var unused = workflows.isRunning() && workflows.end("ABORTED");
    } else if (dice < 20 && cancels) {
      repeat("cancel");
    } else {
      repeat(dice < 50 ? "pause" : "resume");
    }
  }

  /** Now and then twice. */
  private void repeat(String operation) {
    for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
      caller.tryOnce(caller.operation(operation));
    }
  }
}
