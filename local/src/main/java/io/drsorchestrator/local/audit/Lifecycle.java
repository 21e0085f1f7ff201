package io.drsorchestrator.local.audit;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;

/** Every step is one that the lifecycle has, from where the execution was (I1, I2, I7, I8, I12). */
final class Lifecycle {

  /** From which statuses a step may lead to which; {@code =} means that it stays. */
  private record Change(Vector<String> from, String to) {

    boolean allows(String before, String after) {
      return from.contains(before) && after.equals(to.equals("=") ? before : to);
    }

    @Override
    public String toString() {
      return from.mkString(" or ") + " -> " + to;
    }
  }

  private static final Vector<String> STARTABLE = Vector.of("PENDING", "POLLING");
  private static final Vector<String> OPEN = STARTABLE.append("PAUSED");

  private static final Map<String, Change> CHANGES =
      HashMap.<String, Change>empty()
          .put("WaveClaimed", new Change(STARTABLE, "POLLING"))
          .put("WaveFailed", new Change(STARTABLE, "POLLING"))
          .put("PauseRequested", new Change(STARTABLE, "="))
          .put("ExecutionPaused", new Change(STARTABLE, "PAUSED"))
          .put("PauseRenewed", new Change(Vector.of("PAUSED"), "PAUSED"))
          .put("ResumeRequested", new Change(Vector.of("PAUSED"), "PAUSED"))
          .put("ExecutionResumed", new Change(Vector.of("PAUSED"), "POLLING"))
          .put("CancelRequested", new Change(OPEN, "CANCELLING"))
          .put("CancelRequested+ExecutionCancelled", new Change(OPEN, "CANCELLED"))
          .put("ExecutionCancelled", new Change(Vector.of("CANCELLING"), "CANCELLED"))
          .put("ExecutionFailed", new Change(OPEN, "FAILED"))
          .put("WaveFailed+ExecutionFailed", new Change(OPEN, "FAILED"))
          .put("ExecutionCompleted", new Change(Vector.of("POLLING"), "COMPLETED"));

  private Lifecycle() {}

  static Vector<Finding> check(Chronicle chronicle) {
    return chronicle
        .steps()
        .flatMap(Lifecycle::alone)
        .appendAll(chronicle.pairs().flatMap(pair -> after(pair._1, pair._2)))
        .appendAll(afterEnd(chronicle))
        .appendAll(chronicle.besides().flatMap(line -> besides(chronicle, line)));
  }

  /** What a step says without the one before it. */
  private static Vector<Finding> alone(Step step) {
    var findings = new Findings(step.line().number());
    var waves = step.waves();
    findings.unless(
        !step.status().equals("COMPLETED")
            || (waves.nonEmpty() && waves.forAll("COMPLETED"::equals)),
        Rule.I1,
        "every wave COMPLETED, not " + waves.mkString(", "));
    findings.unless(
        !step.isEnd() || !waves.contains("POLLING"),
        Rule.I12,
        "no wave POLLING once the execution is " + step.status());
    findings.unless(
        !step.status().equals("CANCELLING") || waves.contains("POLLING"),
        Rule.LIFECYCLE,
        "CANCELLED, for no wave is under way that CANCELLING could wait for");
    findings.unless(
        !step.has("PauseRequested") || (waves.contains("PENDING") && !waves.contains("FAILED")),
        Rule.LIFECYCLE,
        "a wave left to pause before, not " + waves.mkString(", "));
    findings.unless(
        !step.has("ExecutionFailed") || isExplained(step),
        Rule.LIFECYCLE,
        "a wave that FAILED, or a workflow that ended");
    findings.unless(
        isCreation(step) || CHANGES.containsKey(step.events()) || isPartial(step),
        Rule.LIFECYCLE,
        "a write of the lifecycle, not " + step.events());
    return findings.all();
  }

  private static boolean isExplained(Step step) {
    return step.waves().contains("FAILED")
        || step.lines().exists(line -> line.text("causeCode").equals("WORKFLOW_ENDED"));
  }

  /** Nothing precedes it; everything else follows something. */
  private static boolean isCreation(Step step) {
    return step.events().equals("ExecutionCreated")
        && step.version() == 1
        && step.line().from().isEmpty()
        && step.status().equals("PENDING")
        && step.waves().nonEmpty()
        && step.waves().forAll("PENDING"::equals)
        && step.line().json().path("plan").size() == step.waves().size();
  }

  /** Of which a line is missing: that is told as a gap. */
  private static boolean isPartial(Step step) {
    return step.lines().size() < step.line().parts();
  }

  private static Vector<Finding> after(Step before, Step step) {
    var findings = new Findings(step.line().number());
    if (before.isEnd()) {
      return Vector.empty();
    }
    findings.unless(
        !before.status().equals("CANCELLING") || step.has("ExecutionCancelled"),
        Rule.I8,
        "ExecutionCancelled, for a cancel is on record, not " + step.events());
    CHANGES
        .get(step.events())
        .filter(change -> !change.allows(before.status(), step.status()))
        .forEach(
            change ->
                findings.unless(
                    false,
                    Rule.LIFECYCLE,
                    "%s: %s, not %s -> %s"
                        .formatted(step.events(), change, before.status(), step.status())));
    step.lines()
        .forEach(
            line -> {
              var from = from(before, line);
              findings.unless(
                  line.from().equals(from),
                  Rule.LIFECYCLE,
                  "from %s, not %s".formatted(from, line.from()));
            });
    return findings.all();
  }

  private static String from(Step before, EventLine line) {
    return EventForm.OF_WAVES.contains(line.event())
        ? before.waves().toStream().drop(line.wave()).headOption().getOrElse("")
        : before.status();
  }

  private static Vector<Finding> afterEnd(Chronicle chronicle) {
    var end = chronicle.steps().find(Step::isEnd);
    return end.toVector()
        .flatMap(
            ended ->
                chronicle
                    .steps()
                    .filter(step -> step.version() > ended.version())
                    .map(
                        step ->
                            new Finding(
                                step.status().equals("COMPLETED") && ended.has("ExecutionCompleted")
                                    ? Rule.I7
                                    : Rule.I2,
                                step.line().number(),
                                "nothing after %s at version %d, not %s"
                                    .formatted(ended.status(), ended.version(), step.events()))));
  }

  /** What leaves the version alone leaves the status alone. */
  private static Vector<Finding> besides(Chronicle chronicle, EventLine line) {
    var findings = new Findings(line.number());
    chronicle
        .step(line.version())
        .forEach(
            step ->
                findings.unless(
                    line.status().equals(step.status()),
                    Rule.I3,
                    "the status of version %d, %s, not %s"
                        .formatted(step.version(), step.status(), line.status())));
    if (!EventForm.OF_WAVES.contains(line.event())) {
      findings.unless(
          line.from().equals(line.status()),
          Rule.I3,
          "from %s, not %s".formatted(line.status(), line.from()));
    }
    return findings.all();
  }
}
