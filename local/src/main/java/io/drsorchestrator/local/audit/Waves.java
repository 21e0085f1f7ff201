package io.drsorchestrator.local.audit;

import io.vavr.collection.Vector;

/** Waves run one after another, and what has become of one stays so (I4, I5). */
final class Waves {

  private static final Vector<String> ENDED = Vector.of("COMPLETED", "FAILED", "CANCELLED");

  private Waves() {}

  static Vector<Finding> check(Chronicle chronicle) {
    return chronicle
        .lines()
        .flatMap(Waves::inOrder)
        .appendAll(chronicle.pairs().flatMap(pair -> changes(chronicle, pair._1, pair._2)))
        .appendAll(chronicle.besides().flatMap(line -> besides(chronicle, line)))
        .appendAll(endsOnce(chronicle));
  }

  private static Vector<Finding> inOrder(EventLine line) {
    var findings = new Findings(line.number());
    var waves = line.waves();
    findings.unless(
        waves.count("POLLING"::equals) <= 1, Rule.I4, "one wave POLLING: " + waves.mkString(", "));
    var started =
        waves.lastIndexWhere(status -> !status.equals("PENDING") && !status.equals("CANCELLED"));
    findings.unless(
        waves.take(Math.max(0, started)).forAll("COMPLETED"::equals),
        Rule.I4,
        "all waves COMPLETED before wave %d: %s".formatted(started, waves.mkString(", ")));
    return findings.all();
  }

  private static Vector<Finding> changes(Chronicle chronicle, Step before, Step after) {
    if (before.waves().size() != after.waves().size()) {
      return Vector.of(lessOrMore(before.waves(), after.line()));
    }
    return Vector.range(0, after.waves().size())
        .filter(wave -> !before.waves().get(wave).equals(after.waves().get(wave)))
        .flatMap(wave -> change(chronicle, before, after, wave));
  }

  private static Finding lessOrMore(Vector<String> before, EventLine line) {
    return new Finding(
        Rule.I5, line.number(), "%d waves, not %d".formatted(before.size(), line.waves().size()));
  }

  private static Vector<Finding> change(Chronicle chronicle, Step before, Step after, int wave) {
    var from = before.waves().get(wave);
    var to = after.waves().get(wave);
    if (isOwn(after, wave, from, to)) {
      return Vector.empty();
    }
    var findings = new Findings(after.line().number());
    if (from.equals("POLLING") && ENDED.contains(to)) {
      findings.unless(
          chronicle
              .ends(wave)
              .exists(end -> end.version() <= before.version() && end.to().equals(to)),
          Rule.GAP,
          "an event before version %d by which wave %d is %s".formatted(after.version(), wave, to));
    } else {
      findings.unless(
          false,
          from.equals("PENDING") ? Rule.I4 : Rule.I5,
          "wave %d %s as before, not %s".formatted(wave, from, to));
    }
    return findings.all();
  }

  /** What the step itself does to the wave. */
  private static boolean isOwn(Step step, int wave, String from, String to) {
    return switch (to) {
      case "POLLING" ->
          from.equals("PENDING")
              && (step.has("WaveClaimed", wave) || step.has("ExecutionResumed", wave));
      case "FAILED" -> !ENDED.contains(from) && step.has("WaveFailed", wave);
      case "CANCELLED" ->
          from.equals("PENDING")
              && (step.has("CancelRequested")
                  || step.has("ExecutionCancelled")
                  || step.has("ExecutionFailed"));
      default -> false;
    };
  }

  /** A look at one wave: it ends that wave, and the others are as they were. */
  private static Vector<Finding> besides(Chronicle chronicle, EventLine line) {
    return chronicle
        .step(line.version())
        .toVector()
        .flatMap(
            step ->
                step.waves().size() == line.waves().size()
                    ? Vector.range(0, line.waves().size())
                        .flatMap(wave -> besides(chronicle, line, step, wave))
                    : Vector.of(lessOrMore(step.waves(), line)));
  }

  private static Vector<Finding> besides(Chronicle chronicle, EventLine line, Step step, int wave) {
    var findings = new Findings(line.number());
    var known = step.waves().get(wave);
    var said = line.waves().get(wave);
    var isItsOwn = EventForm.OF_WAVES.contains(line.event()) && line.wave() == wave;
    if (isItsOwn) {
      findings.unless(
          line.from().equals(known), Rule.I5, "from %s, not %s".formatted(known, line.from()));
      findings.unless(
          said.equals(expected(line, known)),
          Rule.I5,
          "wave %d %s after %s, not %s".formatted(wave, expected(line, known), line.event(), said));
    } else {
      findings.unless(
          said.equals(known)
              || chronicle
                  .ends(wave)
                  .exists(end -> end.version() <= line.version() && end.to().equals(said)),
          Rule.I5,
          "wave %d %s as at version %d, not %s".formatted(wave, known, step.version(), said));
    }
    return findings.all();
  }

  private static String expected(EventLine line, String known) {
    return switch (line.event()) {
      case "WaveCompleted" -> "COMPLETED";
      case "WaveFailed" -> "FAILED";
      case "WaveCancelled" -> "CANCELLED";
      default -> known;
    };
  }

  /** Also where a poll and a step would both have ended it. */
  private static Vector<Finding> endsOnce(Chronicle chronicle) {
    var ends =
        chronicle
            .lines()
            .filter(line -> line.is("WaveCompleted", "WaveFailed", "WaveCancelled"))
            .sortBy(EventLine::version);
    return ends.zipWithIndex()
        .filter(end -> ends.take(end._2).exists(earlier -> earlier.wave() == end._1.wave()))
        .map(
            end ->
                new Finding(
                    Rule.I5,
                    end._1.number(),
                    "one end of wave %d, not another %s".formatted(end._1.wave(), end._1.event())));
  }
}
