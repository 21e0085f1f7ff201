package io.drsorchestrator.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.time.DateTimeException;
import java.time.Instant;

/** Whether a line says what a line of its event says. */
final class EventForm {

  private static final Set<String> WAVE_STATUSES =
      HashSet.of("PENDING", "POLLING", "COMPLETED", "FAILED", "CANCELLED");
  private static final Set<String> STATUSES =
      WAVE_STATUSES.addAll(Vector.of("PAUSED", "CANCELLING"));
  private static final Vector<String> TEXTS =
      Vector.of("event", "time", "executionId", "planId", "status", "to", "actor");
  private static final Vector<String> NUMBERS =
      Vector.of("versionBefore", "version", "part", "parts", "completedWaves", "totalWaves");

  /** The events of a wave, whose status is the one that changes. */
  static final Set<String> OF_WAVES =
      HashSet.of(
          "WaveClaimed",
          "LaunchSettingsChanged",
          "LaunchSettingsNotApplied",
          "LaunchPostponed",
          "WaveLaunched",
          "WaveCompleted",
          "WaveFailed",
          "WaveCancelled");

  private static final Set<String> BEFORE_WAVES =
      HashSet.of(
          "ExecutionPaused", "PauseOverdue", "PauseRenewed", "ResumeRequested", "ExecutionResumed");

  /** Events that always, or never, move the version; a wave can fail either way. */
  private static final Map<String, Boolean> STEPS =
      HashMap.<String, Boolean>empty()
          .merge(steps(true, "ExecutionCreated", "WaveClaimed", "PauseRequested"))
          .merge(steps(true, "ExecutionPaused", "PauseRenewed", "ResumeRequested"))
          .merge(steps(true, "ExecutionResumed", "CancelRequested", "ExecutionCancelled"))
          .merge(steps(true, "ExecutionFailed", "ExecutionCompleted"))
          .merge(steps(false, "WorkflowStartPostponed", "LaunchSettingsChanged"))
          .merge(steps(false, "LaunchSettingsNotApplied", "LaunchPostponed", "WaveLaunched"))
          .merge(steps(false, "WaveCompleted", "WaveCancelled", "PauseOverdue"))
          .merge(steps(false, "NotificationFailed"));

  private EventForm() {}

  private static Map<String, Boolean> steps(boolean isStep, String... events) {
    return Vector.of(events).toMap(event -> event, event -> isStep);
  }

  static Vector<Finding> check(EventLine line) {
    var form = new Findings(line.number());
    TEXTS.forEach(name -> form.unless(isText(line.json().path(name)), Rule.FORM, "a text " + name));
    NUMBERS.forEach(
        name ->
            form.unless(line.json().path(name).isIntegralNumber(), Rule.FORM, "a number " + name));
    form.unless(line.json().path("waves").isArray(), Rule.FORM, "a list waves");
    return form.all().isEmpty() ? content(line) : form.all();
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual() && !value.asText().isBlank();
  }

  private static Vector<Finding> content(EventLine line) {
    var form = new Findings(line.number());
    form.unless(isTime(line.text("time")), Rule.FORM, "a time, not " + line.text("time"));
    known(form, line);
    numbers(form, line);
    subject(form, line);
    var completed = line.waves().count("COMPLETED"::equals);
    form.unless(
        line.json().path("completedWaves").asInt() == completed,
        Rule.I10,
        "completedWaves %d, not %s".formatted(completed, line.text("completedWaves")));
    return form.all();
  }

  private static void known(Findings form, EventLine line) {
    form.unless(
        STEPS.containsKey(line.event()) || line.is("WaveFailed"),
        Rule.FORM,
        "an event of docs/events.md, not " + line.event());
    form.unless(STATUSES.contains(line.status()), Rule.FORM, "a status, not " + line.status());
    form.unless(
        line.waves().forAll(WAVE_STATUSES::contains),
        Rule.FORM,
        "statuses of waves, not " + line.waves().mkString(", "));
  }

  private static void numbers(Findings form, EventLine line) {
    form.unless(
        line.json().path("totalWaves").asInt() == line.waves().size(),
        Rule.I5,
        "as many waves as totalWaves: %s, not %d"
            .formatted(line.text("totalWaves"), line.waves().size()));
    form.unless(
        1 <= line.part() && line.part() <= line.parts(),
        Rule.FORM,
        "a part from 1 to parts, not %d of %d".formatted(line.part(), line.parts()));
    form.unless(
        line.version() > 0 && (!line.isStep() || line.version() == line.versionBefore() + 1),
        Rule.VERSION,
        "version %d after %d".formatted(line.versionBefore() + 1, line.versionBefore()));
    STEPS
        .get(line.event())
        .forEach(
            step ->
                form.unless(
                    step == line.isStep(),
                    Rule.VERSION,
                    step ? "a new version" : "no new version of " + line.event()));
  }

  private static void subject(Findings form, EventLine line) {
    var needsWave = OF_WAVES.contains(line.event()) || BEFORE_WAVES.contains(line.event());
    form.unless(
        line.json().has("wave") == needsWave
            && (!needsWave || (0 <= line.wave() && line.wave() < line.waves().size())),
        Rule.FORM,
        needsWave ? "a wave of the plan, not " + line.text("wave") : "no wave");
    var next = line.waves().indexWhere(status -> !status.equals("COMPLETED"));
    form.unless(
        !BEFORE_WAVES.contains(line.event()) || line.wave() == next,
        Rule.I4,
        "wave %d, which is next, not %d".formatted(next, line.wave()));
    var to =
        OF_WAVES.contains(line.event())
            ? line.waves().toStream().drop(line.wave()).headOption().getOrElse("")
            : line.status();
    form.unless(line.to().equals(to), Rule.FORM, "to %s, not %s".formatted(to, line.to()));
    form.unless(
        line.json().path("finalizes").asBoolean(false) == false,
        Rule.I3,
        "finalizes false: a wave's end finalizes nothing");
  }

  static boolean isTime(String text) {
    try {
      return Instant.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
