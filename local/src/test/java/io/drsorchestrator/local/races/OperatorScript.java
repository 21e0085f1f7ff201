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
  private final int leisure;
  private final boolean cancels;
  private final boolean stops;

  OperatorScript(
      Caller caller,
      Schedule schedule,
      ScriptedWorkflows workflows,
      Random random,
      int clicks,
      int leisure) {
    this.leisure = leisure;
    this.caller = caller;
    this.schedule = schedule;
    this.workflows = workflows;
    this.random = random;
    this.clicks = clicks;
    this.cancels = random.nextInt(4) == 0;
    this.stops = random.nextInt(4) == 0;
  }

  static ObjectNode creation(Caller caller) {
    return caller.operation("create").put("executionType", "DRILL").put("initiatedBy", "tester");
  }

  @Override
  public void run() {
    caller.tryOnce(creation(caller));
    for (int i = 0; i < clicks; i++) {
      schedule.sleep(random.nextInt(leisure));
      click();
    }
  }

  private void click() {
    int dice = random.nextInt(100);
    if (dice < 40 && stops) {
      stopWorkflow();
    } else if (dice < 30 && cancels) {
      repeat("cancel");
    } else {
      repeat(dice < 58 ? "pause" : "resume");
    }
  }

  /** In the console of Step Functions; EventBridge tells of it. */
  private void stopWorkflow() {
    if (workflows.isRunning() && workflows.end("ABORTED")) {
      caller.tryOnce(caller.statusChange("ABORTED"));
    }
  }

  /** Now and then twice. */
  private void repeat(String operation) {
    for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
      caller.tryOnce(caller.command(operation));
    }
  }
}
