package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.system.LocalSystem;
import java.util.Set;

/** Watches an execution until it has ended, and lets the operator decide at gates. */
final class Watch {

  private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED");
  private static final long LOOK_MILLIS = 100;

  private final LocalSystem system;
  private final ExecutionClient execution;
  private final Operator operator;
  private final Progress progress;

  Watch(LocalSystem system, ExecutionClient execution, Operator operator, Progress progress) {
    this.system = system;
    this.execution = execution;
    this.operator = operator;
    this.progress = progress;
  }

  /** The document of the ended execution. */
  JsonNode untilEnd() {
    int decidedBefore = -1;
    while (true) {
      var document = execution.details();
      progress.show(document, system.time().instant());
      if (ENDED.contains(document.path("status").asText())) {
        progress.end(document, system.time().instant());
        return document;
      }
      int gate = gate(document);
      if (gate > decidedBefore) {
        decide(document, gate);
        decidedBefore = gate;
      }
      sleep();
    }
  }

  private static int gate(JsonNode document) {
    return document.path("status").asText().equals("PAUSED")
        ? document.path("pausedBeforeWave").asInt()
        : -1;
  }

  private void decide(JsonNode document, int gate) {
    progress.interrupt();
    var wave = document.path("waves").path(gate).path("waveName").asText();
    if (operator.letsStart("wave %d (%s)".formatted(gate + 1, wave))) {
      execution.resume(Operator.name());
    } else {
      execution.cancel(Operator.name());
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
