package io.drsorchestrator.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vavr.collection.Vector;

/** One event in words, with the names that the plan gives to its waves. */
final class StoryWords {

  private final JsonNode created;

  StoryWords(Vector<EventLine> lines) {
    created =
        lines
            .find(line -> line.is("ExecutionCreated"))
            .map(EventLine::json)
            .getOrElse(MissingNode::getInstance);
  }

  String title() {
    return created.isMissingNode()
        ? "The log does not tell of its start."
        : "Plan %s, %s".formatted(created.path("planName").asText(), created.path("type").asText());
  }

  String of(EventLine line) {
    return switch (line.event()) {
      case "ExecutionCreated" -> "created for %s: %s".formatted(actor(line), plan());
      case "WaveClaimed" -> wave(line) + ": claimed";
      case "WaveLaunched" -> wave(line) + ": launched as " + line.text("jobId");
      case "WaveCompleted" -> ended(line, "COMPLETED") + "; the execution goes on, " + soFar(line);
      case "WaveFailed" -> ended(line, "FAILED") + why(line);
      case "WaveCancelled" -> ended(line, "CANCELLED");
      case "ExecutionPaused" -> "PAUSED before %s by %s".formatted(wave(line), actor(line));
      case "PauseRequested" -> "%s asks for a pause".formatted(actor(line)) + why(line);
      case "PauseOverdue" -> "still waiting before %s: people are reminded".formatted(wave(line));
      case "PauseRenewed" -> "still waiting before %s: a new token".formatted(wave(line));
      case "ResumeRequested" -> "%s resumes".formatted(actor(line)) + why(line);
      case "ExecutionResumed" -> "goes on with %s, as %s said".formatted(wave(line), actor(line));
      case "CancelRequested" -> "%s cancels".formatted(actor(line)) + why(line);
      case "ExecutionCancelled" -> "CANCELLED, as %s said; %s".formatted(actor(line), all(line));
      case "ExecutionFailed" -> "FAILED" + why(line) + "; " + all(line);
      case "ExecutionCompleted" ->
          "COMPLETED, finalized by the %s in %s ms; %s"
              .formatted(actor(line), line.text("finalizationMillis"), all(line));
      default -> (line.wave() < 0 ? "" : wave(line) + ": ") + line.event() + why(line);
    };
  }

  private static String actor(EventLine line) {
    return line.text("actor");
  }

  private static String why(EventLine line) {
    return line.text("cause").isEmpty() ? "" : ": " + line.text("cause");
  }

  private static String soFar(EventLine line) {
    return "%s of %s waves are complete"
        .formatted(line.text("completedWaves"), line.text("totalWaves"));
  }

  private String ended(EventLine line, String how) {
    var seconds = line.json().path("waveSeconds");
    var after = seconds.isMissingNode() ? "" : " after " + seconds.asText() + " s";
    return wave(line) + ": " + how + after;
  }

  private String wave(EventLine line) {
    return "wave " + wave(line.wave());
  }

  /** From 1 on, as the console counts. */
  private String wave(int number) {
    var name = created.path("plan").path(number).path("name").asText();
    return (number + 1) + (name.isEmpty() ? "" : " (" + name + ")");
  }

  private String plan() {
    return Vector.range(0, created.path("plan").size())
        .map(n -> (isGate(n) ? "gate, " : "") + wave(n))
        .mkString(", then ");
  }

  private boolean isGate(int number) {
    return created.path("plan").path(number).path("gate").asBoolean();
  }

  /** Every wave with what has become of it. */
  private String all(EventLine line) {
    return line.waves()
        .zipWithIndex((status, n) -> "wave " + wave(n) + " " + status)
        .mkString(", ");
  }
}
