package io.drsorchestrator.local.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A history that could have happened, made up from one seed by rules of its own: it is what the
 * audit is held against, so it shares nothing with it nor with the orchestrator.
 */
final class InventedHistory {

  private final Random random;
  private final String id;
  private final boolean[] gates;
  private final String[] waves;
  private final @Nullable String[] jobs;
  private final List<ObjectNode> lines = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private String status = "PENDING";
  private long version;
  private @Nullable ObjectNode pauseAsked;
  private @Nullable ObjectNode resumeAsked;
  private @Nullable ObjectNode cancelAsked;
  private int jobCount;

  private InventedHistory(long seed) {
    random = new Random(seed);
    id = "execution-" + Long.toHexString(seed);
    gates = new boolean[1 + random.nextInt(4)];
    waves = new String[gates.length];
    jobs = new String[gates.length];
    Arrays.fill(waves, "PENDING");
    for (int i = 0; i < gates.length; i++) {
      gates[i] = random.nextInt(3) == 0;
    }
  }

  /** A whole history, from its creation to its end. */
  static InventedHistory of(long seed) {
    var history = new InventedHistory(seed);
    history.create();
    while (!history.isEnded()) {
      history.step();
    }
    return history;
  }

  List<ObjectNode> lines() {
    return lines;
  }

  String id() {
    return id;
  }

  String outcome() {
    return status;
  }

  long versions() {
    return version;
  }

  private boolean isEnded() {
    return List.of("COMPLETED", "FAILED", "CANCELLED").contains(status);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private int current() {
    var wave = 0;
    while (wave < waves.length && waves[wave].equals("COMPLETED")) {
      wave++;
    }
    return wave;
  }

  private void create() {
    var line = write("", "ExecutionCreated", "alice", 1, 1);
    line.put("planName", "Plan").put("type", "DRILL");
    var plan = line.putArray("plan");
    for (int i = 0; i < gates.length; i++) {
      plan.addObject().put("name", "Wave " + i).put("gate", gates[i]);
    }
  }

  private void step() {
    if (chance(4) && !status.equals("CANCELLING")) {
      cancel();
    } else if (chance(2) && !status.equals("CANCELLING")) {
      die();
    } else if (status.equals("PAUSED")) {
      paused();
    } else if (current() < waves.length) {
      wave(current());
    } else if (status.equals("CANCELLING")) {
      finishCancel();
    } else {
      var before = status;
      status = "COMPLETED";
      write(before, "ExecutionCompleted", "workflow", 1, 1).put("finalizationMillis", 12);
    }
  }

  private void wave(int wave) {
    switch (waves[wave]) {
      case "PENDING" -> pending(wave);
      case "POLLING" -> active(wave);
      default -> {
        if (status.equals("CANCELLING")) {
          finishCancel();
        } else {
          fail("WAVE_LAUNCH_FAILED");
        }
      }
    }
  }

  private void pending(int wave) {
    if (status.equals("CANCELLING")) {
      finishCancel();
    } else if (pauseAsked == null && chance(15)) {
      askForPause();
    } else if (gates[wave] || pauseAsked != null) {
      pause(wave);
    } else if (chance(3)) {
      status = "POLLING";
      waves[wave] = "FAILED";
      ofWave("PENDING", wave, "WaveFailed", version + 1).put("cause", "no servers");
    } else {
      claim(wave, "PENDING");
    }
  }

  private void askForPause() {
    pauseAsked = write(status, "PauseRequested", "bob", 1, 1);
    pauseAsked.put("requestedAt", now.toString());
  }

  private void pause(int wave) {
    var before = status;
    status = "PAUSED";
    var asked = pauseAsked;
    var line = write(before, "ExecutionPaused", asked == null ? "plan" : "bob", 1, 1);
    line.put("wave", wave);
    if (asked != null) {
      line.put("requestedAt", asked.path("requestedAt").asText());
    }
    pauseAsked = null;
  }

  private void paused() {
    var wave = current();
    if (resumeAsked != null) {
      status = "POLLING";
      waves[wave] = "POLLING";
      write("PAUSED", "ExecutionResumed", "carol", 1, 1)
          .put("wave", wave)
          .put("cause", resumeAsked.path("cause").asText())
          .put("requestedAt", resumeAsked.path("requestedAt").asText());
      resumeAsked = null;
    } else if (chance(20)) {
      write("PAUSED", "PauseRenewed", "workflow", 1, 1).put("wave", wave);
    } else if (chance(20)) {
      besides("PAUSED", "PauseOverdue", version).put("wave", wave).put("reminder", 1);
    } else {
      resumeAsked =
          write("PAUSED", "ResumeRequested", "carol", 1, 1)
              .put("wave", wave)
              .put("cause", "go")
              .put("requestedAt", now.toString());
    }
  }

  private void claim(int wave, String before) {
    status = "POLLING";
    waves[wave] = "POLLING";
    ofWave(before, wave, "WaveClaimed", version + 1).put("attemptId", "attempt-" + version);
  }

  private void active(int wave) {
    var isClaimedHere = lines.stream().anyMatch(l -> isClaim(l, wave));
    if (jobs[wave] != null) {
      running(wave);
    } else if (status.equals("CANCELLING")) {
      waves[wave] = "CANCELLED";
      ofWave("POLLING", wave, "WaveCancelled", version).put("finalizes", false);
    } else if (!isClaimedHere || chance(10)) {
      claim(wave, "POLLING");
    } else if (chance(20)) {
      ofWave("POLLING", wave, "LaunchPostponed", version).put("cause", "quota");
    } else {
      launch(wave);
    }
  }

  private boolean isClaim(ObjectNode line, int wave) {
    return line.path("event").asText().equals("WaveClaimed")
        && line.path("wave").asInt() == wave
        && line.path("version").asLong() == version;
  }

  private void launch(int wave) {
    jobs[wave] = "drsjob-" + id + jobCount++;
    ofWave("POLLING", wave, "WaveLaunched", version).put("jobId", jobs[wave]);
  }

  /** A poll that was read before somebody asked for a pause writes after it. */
  private void running(int wave) {
    var read = version;
    var seen = status;
    if (chance(20) && pauseAsked == null && wave < waves.length - 1 && status.equals("POLLING")) {
      askForPause();
    }
    var end = chance(90) ? "COMPLETED" : "FAILED";
    waves[wave] = end;
    var event = end.equals("COMPLETED") ? "WaveCompleted" : "WaveFailed";
    var line = ofWave("POLLING", wave, event, read).put("status", seen);
    line.put("jobId", jobs[wave]).put("finalizes", false).put("waveSeconds", 60);
    if (end.equals("FAILED")) {
      line.put("cause", "servers failed");
    }
  }

  private void cancel() {
    var before = status;
    cancelPending();
    var isActive = Arrays.asList(waves).contains("POLLING");
    status = isActive ? "CANCELLING" : "CANCELLED";
    cancelAsked = write(before, "CancelRequested", "dave", 1, isActive ? 1 : 2);
    cancelAsked.put("cause", "wrong plan").put("requestedAt", now.toString());
    if (!isActive) {
      version--;
      asAsked(write(before, "ExecutionCancelled", "dave", 2, 2));
    }
  }

  private void finishCancel() {
    status = "CANCELLED";
    asAsked(write("CANCELLING", "ExecutionCancelled", "dave", 1, 1));
  }

  private void asAsked(ObjectNode line) {
    var asked = cancelAsked;
    if (asked != null) {
      line.put("cause", asked.path("cause").asText());
      line.put("requestedAt", asked.path("requestedAt").asText());
    }
  }

  private void cancelPending() {
    for (int i = 0; i < waves.length; i++) {
      waves[i] = waves[i].equals("PENDING") ? "CANCELLED" : waves[i];
    }
  }

  private void die() {
    fail("WORKFLOW_ENDED");
  }

  private void fail(String code) {
    var before = status;
    var active = Arrays.asList(waves).indexOf("POLLING");
    cancelPending();
    status = "FAILED";
    if (active >= 0) {
      waves[active] = "FAILED";
      var line = ofWave("POLLING", active, "WaveFailed", version + 1);
      line.put("parts", 2).put("finalizes", false).put("cause", "the workflow ended");
      if (jobs[active] != null) {
        line.put("jobId", jobs[active]);
      }
      version--;
    }
    write(before, "ExecutionFailed", "schedule", active < 0 ? 1 : 2, active < 0 ? 1 : 2)
        .put("cause", "why")
        .put("causeCode", code);
  }

  private ObjectNode ofWave(String from, int wave, String event, long at) {
    var line = at > version ? write(from, event, "workflow", 1, 1) : besides(from, event, at);
    return line.put("wave", wave).put("to", waves[wave]);
  }

  private ObjectNode write(String from, String event, String actor, int part, int parts) {
    version++;
    return line(from, event, version - 1, version)
        .put("actor", actor)
        .put("part", part)
        .put("parts", parts);
  }

  private ObjectNode besides(String from, String event, long at) {
    return line(from, event, at, at);
  }

  private ObjectNode line(String from, String event, long before, long after) {
    now = now.plusSeconds(1 + random.nextInt(100));
    var line = JsonNodeFactory.instance.objectNode();
    line.put("logger", "io.drsorchestrator.lifecycle").put("event", event);
    line.put("time", now.toString()).put("executionId", id).put("planId", "plan-1");
    line.put("versionBefore", before).put("version", after).put("part", 1).put("parts", 1);
    line.put("from", from).put("to", status).put("status", status);
    line.put("completedWaves", Arrays.stream(waves).filter("COMPLETED"::equals).count());
    line.put("totalWaves", waves.length);
    Arrays.stream(waves).forEach(line.putArray("waves")::add);
    line.put("actor", "workflow");
    lines.add(line);
    return line;
  }
}
