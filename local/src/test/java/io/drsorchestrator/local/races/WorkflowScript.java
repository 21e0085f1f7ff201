package io.drsorchestrator.local.races;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Does what the two state machines in {@code cfn} do, their retries included. */
final class WorkflowScript implements Runnable {

  /** The workflow has been stopped from outside. */
  private static final class Stopped extends RuntimeException {}

  private static final int MAX_STATES = 150;
  private static final int TOKEN_SECONDS = 900;

  private final Caller caller;
  private final Schedule schedule;
  private final ScriptedWorkflows self;
  private final Janitor janitor;

  /** Its requests so far, for whoever wants to repeat one. */
  private final List<ObjectNode> requests = new ArrayList<>();

  WorkflowScript(Caller caller, Schedule schedule, ScriptedWorkflows self, Janitor janitor) {
    this.caller = caller;
    this.schedule = schedule;
    this.self = self;
    this.janitor = janitor;
  }

  List<ObjectNode> requests() {
    return requests;
  }

  @Override
  public void run() {
    while (self.status.isEmpty() && !janitor.isOver()) {
      schedule.sleep(300);
    }
    try {
      runStates();
    } catch (Stopped e) {
      // Somebody has set its status already.
      return;
    } catch (FailedException e) {
      giveUp();
    }
  }

  private void runStates() {
    var decision = task(caller.byWorkflow("create"));
    for (int i = 0; i < MAX_STATES; i++) {
      switch (decision.path("next").asText()) {
        case "RUN_WAVE", "START_WAVE", "AWAIT_WAVE" ->
            decision = wave(decision.path("waveNumber").asInt());
        case "PAUSE" -> decision = gate();
        case "FINALIZE" -> decision = task(caller.byWorkflow("finalize"));
        case "FAIL", "CANCEL" -> decision = task(caller.byWorkflow("update"));
        default -> {
          var unused = self.end(isSuccess(decision) ? "SUCCEEDED" : "FAILED");
          return;
        }
      }
    }
    giveUp();
  }

  private static boolean isSuccess(JsonNode decision) {
    return decision.path("status").asText().equals("COMPLETED");
  }

  private JsonNode wave(int number) {
    var decision = task(caller.byWorkflow("startWave").put("waveNumber", number));
    for (int i = 0; i < MAX_STATES; i++) {
      var next = decision.path("next").asText();
      if (!next.equals("START_WAVE") && !next.equals("AWAIT_WAVE")) {
        return decision;
      }
      sleep(decision.path("waitSeconds").asLong());
      decision =
          task(
              caller
                  .byWorkflow(next.equals("START_WAVE") ? "startWave" : "poll")
                  .put("waveNumber", number));
    }
    return decision;
  }

  private JsonNode gate() {
    self.rung = false;
    for (int i = 0; !self.rung && i < MAX_STATES; i++) {
      self.token = "token-" + requests.size();
      askToPause();
      if (!self.rung) {
        sleep(TOKEN_SECONDS);
      }
    }
    self.token = "";
    return task(caller.byWorkflow("resume"));
  }

  /** A ring ends the wait, whatever becomes of the request. */
  private void askToPause() {
    var request = caller.byWorkflow("pause").put("taskToken", self.token);
    requests.add(request);
    for (int i = 0; !self.rung && i < MAX_STATES; i++) {
      try {
        checkRunning();
        caller.invoke(request);
        return;
      } catch (FailedException e) {
        sleep(5);
      }
    }
  }

  private JsonNode task(ObjectNode request) {
    requests.add(request);
    for (int i = 0; i < MAX_STATES; i++) {
      checkRunning();
      try {
        return caller.invoke(request);
      } catch (FailedException e) {
        if (e.isFinal()) {
          throw e;
        }
        sleep(5);
      }
    }
    throw new Stopped();
  }

  private void sleep(long seconds) {
    checkRunning();
    schedule.sleep(seconds);
    checkRunning();
  }

  private void checkRunning() {
    if (!self.isRunning() || janitor.isOver()) {
      throw new Stopped();
    }
  }

  private void giveUp() {
    caller.tryOnce(caller.byWorkflow("update").put("giveUp", true));
    var unused = self.end("FAILED");
  }
}
