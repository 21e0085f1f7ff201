package io.drsorchestrator.local.reads;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the existing web frontend makes of an execution: its rules as contract 5.2 and 5.3 write
 * them down. It knows JSON and nothing of ours.
 */
record Frontend(JsonNode execution, long now) {

  private static final Set<String> ACTIVE =
      Set.of(
          "in_progress",
          "pending",
          "running",
          "started",
          "polling",
          "launching",
          "initiated",
          "paused");
  private static final Set<String> WAVE_ACTIVE =
      Set.of("IN_PROGRESS", "POLLING", "LAUNCHING", "STARTED", "INITIATED", "PENDING");
  private static final Set<String> WAVE_DONE = Set.of("COMPLETED", "LAUNCHED");

  /** A server in the details, after the mapping. */
  record Server(String id, String name, String status, String launchTime) {}

  String status() {
    return execution.path("status").asText();
  }

  private String lower() {
    return status().toLowerCase(Locale.ROOT);
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private List<JsonNode> waves() {
    return elements(execution.path("waves")).toList();
  }

  private static String or(JsonNode node, String... names) {
    return Stream.of(names)
        .map(name -> node.path(name).asText(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static JsonNode servers(JsonNode wave) {
    return wave.has("serverExecutions")
        ? wave.path("serverExecutions")
        : wave.path("serverStatuses");
  }

  List<Server> servers(int wave) {
    return elements(servers(waves().get(wave)))
        .map(
            s ->
                new Server(
                    or(s, "serverId", "sourceServerId"),
                    or(s, "serverName", "hostname"),
                    or(s, "status", "launchStatus"),
                    s.path("launchTime").asLong() == 0
                        ? "-"
                        : "at " + millis(s.path("launchTime"))))
        .toList();
  }

  boolean detailsPollingEnds() {
    return Set.of("COMPLETED", "FAILED", "CANCELLED", "TIMEOUT").contains(status());
  }

  boolean listPolls() {
    return ACTIVE.contains(lower());
  }

  /** The generic poll function and the dashboard compare exactly. */
  boolean genericPollingEnds() {
    return Set.of("COMPLETED", "FAILED", "PARTIAL", "CANCELLED").contains(status());
  }

  /** Below ten billion a number is seconds; everything else is milliseconds or ISO text. */
  private static long millis(JsonNode time) {
    if (!time.isNumber()) {
      return Instant.parse(time.asText()).toEpochMilli();
    }
    return time.asDouble() < 1e10 ? (long) (time.asDouble() * 1000) : time.asLong();
  }

  String duration() {
    var end = execution.hasNonNull("endTime") ? millis(execution.path("endTime")) : now * 1000;
    var lasted = Duration.ofMillis(end - millis(execution.path("startTime")));
    return lasted.isNegative() || lasted.toDays() > 365 ? "Invalid" : lasted.toString();
  }

  int currentWave() {
    if (status().equals("COMPLETED")) {
      return execution.path("totalWaves").asInt();
    }
    var all = waves();
    int done =
        (int) all.stream().filter(w -> WAVE_DONE.contains(w.path("status").asText())).count();
    return IntStream.range(0, all.size())
        .filter(n -> WAVE_ACTIVE.contains(all.get(n).path("status").asText()))
        .map(n -> n + 1)
        .findFirst()
        .orElse(Math.max(done, 1));
  }

  /** Empty where the frontend shows none. */
  Optional<Double> progress() {
    if (!Set.of("in_progress", "paused").contains(lower()) || !execution.has("currentWave")) {
      return Optional.empty();
    }
    double each = 100.0 / execution.path("totalWaves").asInt();
    return Optional.of(waves().stream().mapToDouble(wave -> each * share(wave)).sum());
  }

  private static double share(JsonNode wave) {
    var status = wave.path("status").asText();
    var servers = elements(servers(wave)).map(s -> s.path("launchStatus").asText()).toList();
    if (WAVE_DONE.contains(status)) {
      return 1;
    }
    if (status.equals("FAILED")) {
      return 0.5;
    }
    if (servers.contains("LAUNCHED")) {
      return 1;
    }
    if (servers.contains("IN_PROGRESS") || servers.contains("LAUNCHING")) {
      return 0.85;
    }
    boolean working = Set.of("POLLING", "STARTED", "IN_PROGRESS").contains(status);
    return working && servers.contains("PENDING") ? 0.05 : 0;
  }

  boolean showsCancel() {
    return ACTIVE.contains(lower())
        && execution.path("currentWave").asInt(1) < execution.path("totalWaves").asInt();
  }

  boolean showsResume() {
    return lower().equals("paused");
  }

  int pausedBefore() {
    return execution.path("pausedBeforeWave").asInt(-1) + 1;
  }

  boolean showsTerminate() {
    return execution.path("terminationMetadata").path("canTerminate").asBoolean();
  }

  boolean showsTerminated() {
    return execution.path("instancesTerminated").isBoolean()
        && execution.path("instancesTerminated").asBoolean();
  }

  String badge() {
    return switch (lower()) {
      case "completed", "success" -> "Completed";
      case "failed", "error" -> "Failed";
      case "in_progress", "running" -> "In Progress";
      case "pending", "queued" -> "Pending";
      case "paused" -> "Paused";
      case "cancelled", "canceled" -> "Cancelled";
      case "cancelling" -> "Cancelling";
      case "rolled_back" -> "Rolled Back";
      case "initiated", "launching", "started", "polling" -> "Working";
      case "partial" -> "Partial";
      default -> "default";
    };
  }

  /** Who started it, by the names of the two pages. */
  List<String> starter() {
    return List.of(or(execution, "executedBy"), or(execution, "initiatedBy"));
  }
}
