package io.drsorchestrator.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A way to spoil one line of a log.
 *
 * @param applies to which lines
 * @param spoil what becomes of the lines, of which the one at the index is spoilt
 */
record Tampering(String name, Predicate<ObjectNode> applies, Spoiling spoil) {

  /** Lines that nothing else depends on. */
  private static final Vector<String> NOTES = Vector.of("LaunchPostponed", "PauseOverdue");

  interface Spoiling {
    List<ObjectNode> of(List<ObjectNode> lines, int index);
  }

  static Vector<Tampering> all() {
    return lines().appendAll(fields());
  }

  private static Vector<Tampering> lines() {
    return Vector.of(
        new Tampering("a step is dropped, not the last", Tampering::isStep, Tampering::drop),
        new Tampering("the end of a wave is dropped", Tampering::isEnd, Tampering::drop),
        new Tampering("a launch is dropped", is("WaveLaunched"), Tampering::drop),
        new Tampering("a note is dropped", Tampering::isNote, Tampering::drop),
        new Tampering("a line is doubled", line -> true, Tampering::repeat),
        new Tampering("a step is doubled at another time", Tampering::isStep, Tampering::again),
        new Tampering("the end of a wave is doubled", Tampering::isEnd, Tampering::again),
        new Tampering("a line is moved to the front", line -> true, Tampering::toFront),
        new Tampering("COMPLETED too early", Tampering::isNotLast, Tampering::early),
        new Tampering("a wave is deleted from a line", line -> true, Tampering::lessWaves));
  }

  private static Vector<Tampering> fields() {
    return Vector.of(
        edit("event", "SomethingElse"),
        edit("time", "noon"),
        new Tampering("`time` is an hour off", Tampering::isStep, Tampering::hourOff),
        edit("executionId", "execution-of-nobody"),
        edit("planId", "plan-of-nobody"),
        add("versionBefore"),
        add("version"),
        add("part"),
        add("parts"),
        edit("from", "CANCELLING", "PENDING"),
        edit("to", "PAUSED", "FAILED"),
        edit("status", "CANCELLING", "POLLING"),
        add("completedWaves"),
        add("totalWaves"),
        new Tampering("`waves`: one other status", line -> true, Tampering::otherStatus),
        add("wave"),
        edit("jobId", "drsjob-of-nobody"),
        new Tampering("`finalizes`", has("finalizes"), field(l -> l.put("finalizes", true))),
        new Tampering("`plan`: another gate", has("plan"), Tampering::otherGate),
        edit("actor", "mallory"),
        edit("cause", "another cause"),
        edit("requestedAt", "2020-01-01T00:00:00Z"),
        edit("causeCode", "ANOTHER"),
        edit("attemptId", "attempt-of-nobody"),
        add("waveSeconds"),
        add("finalizationMillis"),
        edit("planName", "Another plan"),
        edit("type", "RECOVERY"));
  }

  private static Tampering edit(String name, String value) {
    return edit(name, value, value + " or other");
  }

  private static Tampering edit(String name, String value, String other) {
    return new Tampering(
        "`" + name + "`",
        has(name),
        field(line -> line.put(name, line.path(name).asText().equals(value) ? other : value)));
  }

  private static Tampering add(String name) {
    return new Tampering(
        "`" + name + "`", has(name), field(line -> line.put(name, line.path(name).asInt() + 1)));
  }

  private static Predicate<ObjectNode> has(String field) {
    return line -> line.has(field);
  }

  private static Predicate<ObjectNode> is(String event) {
    return line -> line.path("event").asText().equals(event);
  }

  private static boolean isStep(ObjectNode line) {
    return line.path("version").asLong() > line.path("versionBefore").asLong();
  }

  private static boolean isEnd(ObjectNode line) {
    return !isStep(line)
        && Vector.of("WaveCompleted", "WaveFailed", "WaveCancelled")
            .contains(line.path("event").asText());
  }

  private static boolean isNotLast(ObjectNode line) {
    return is("WaveCompleted").test(line)
        && line.path("completedWaves").asInt() < line.path("totalWaves").asInt();
  }

  private static boolean isNote(ObjectNode line) {
    return NOTES.contains(line.path("event").asText());
  }

  private static Spoiling field(UnaryOperator<ObjectNode> change) {
    return (lines, index) -> {
      lines.set(index, change.apply(lines.get(index)));
      return lines;
    };
  }

  private static List<ObjectNode> drop(List<ObjectNode> lines, int index) {
    if (index < lines.size() - 1) {
      lines.remove(index);
    } else {
      lines.get(index).remove("event");
    }
    return lines;
  }

  private static List<ObjectNode> repeat(List<ObjectNode> lines, int index) {
    lines.add(lines.get(index).deepCopy());
    return lines;
  }

  private static List<ObjectNode> again(List<ObjectNode> lines, int index) {
    lines.add(lines.get(index).deepCopy().put("time", "2026-03-01T12:00:00.5Z"));
    return lines;
  }

  private static List<ObjectNode> toFront(List<ObjectNode> lines, int index) {
    lines.add(0, lines.remove(index));
    return lines;
  }

  /** As the historical bug did it: the first wave is complete, so the execution is. */
  private static List<ObjectNode> early(List<ObjectNode> lines, int index) {
    var wave = lines.get(index);
    var version = wave.path("version").asLong();
    var early = wave.deepCopy().without(List.of("wave", "jobId", "finalizes", "waveSeconds"));
    ((ObjectNode) early)
        .put("event", "ExecutionCompleted")
        .put("versionBefore", version)
        .put("version", version + 1)
        .put("from", "POLLING")
        .put("to", "COMPLETED")
        .put("status", "COMPLETED");
    var before = new ArrayList<>(lines.subList(0, index + 1));
    before.removeIf(line -> line.path("version").asLong() > version);
    before.add((ObjectNode) early);
    return before;
  }

  private static List<ObjectNode> lessWaves(List<ObjectNode> lines, int index) {
    var line = lines.get(index);
    ((ArrayNode) line.get("waves")).remove(0);
    line.put("totalWaves", line.get("waves").size());
    var completed = 0;
    for (JsonNode status : line.get("waves")) {
      completed += status.asText().equals("COMPLETED") ? 1 : 0;
    }
    line.put("completedWaves", completed);
    return lines;
  }

  private static List<ObjectNode> hourOff(List<ObjectNode> lines, int index) {
    var time = Instant.parse(lines.get(index).path("time").asText());
    lines.get(index).put("time", time.minusSeconds(3600).toString());
    return lines;
  }

  private static List<ObjectNode> otherStatus(List<ObjectNode> lines, int index) {
    var waves = (ArrayNode) lines.get(index).get("waves");
    waves.set(0, waves.textNode(waves.get(0).asText().equals("FAILED") ? "POLLING" : "FAILED"));
    return lines;
  }

  private static List<ObjectNode> otherGate(List<ObjectNode> lines, int index) {
    var wave = (ObjectNode) lines.get(index).get("plan").get(0);
    wave.put("gate", !wave.path("gate").asBoolean());
    return lines;
  }
}
