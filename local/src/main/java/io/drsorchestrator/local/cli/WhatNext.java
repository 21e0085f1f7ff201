package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** Where each wave of an execution stands, and what happens after it, in a few words. */
final class WhatNext {

  private final JsonNode document;
  private final JsonNode waves;

  /**
   * @param document of {@code GET /executions/{id}}
   */
  WhatNext(JsonNode document) {
    this.document = document;
    this.waves = document.path("waves");
  }

  /** Of the wave with the 0-based number {@code wave}. */
  String of(int wave, Instant now) {
    var status = waves.path(wave).path("status").asText();
    return switch (status) {
      case "PENDING" -> waiting(wave, status);
      case "POLLING" -> status + ", " + lasted(wave, now) + "; " + after(wave);
      case "FAILED" -> status + ": " + waves.path(wave).path("statusMessage").asText();
      default -> status + " in " + lasted(wave, now);
    };
  }

  private String waiting(int wave, String status) {
    boolean heldHere =
        document.path("status").asText().equals("PAUSED")
            && document.path("pausedBeforeWave").asInt(-1) == wave;
    if (heldHere) {
      return "PAUSED: y resumes, c cancels";
    }
    return isGate(wave) ? status + ", gate: an operator decides" : status;
  }

  private String after(int wave) {
    if (document.path("status").asText().equals("CANCELLING")) {
      return "then it is cancelled";
    }
    if (wave + 1 == waves.size()) {
      return "then it is completed";
    }
    return isGate(wave + 1) || document.hasNonNull("pauseRequest")
        ? "then it pauses"
        : "then wave " + (wave + 2);
  }

  private boolean isGate(int wave) {
    return waves.path(wave).path("pauseBeforeWave").asBoolean();
  }

  private String lasted(int wave, Instant now) {
    long start = waves.path(wave).path("startTime").asLong();
    long end = waves.path(wave).path("endTime").asLong(now.getEpochSecond());
    var lasted = Duration.ofSeconds(start == 0 ? 0 : Math.max(0, end - start));
    return "%d:%02d".formatted(lasted.toMinutes(), lasted.toSecondsPart());
  }
}
