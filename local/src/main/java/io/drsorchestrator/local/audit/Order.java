package io.drsorchestrator.local.audit;

import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;

/** Every version is there, once, and none is much earlier than the one before. */
final class Order {

  /** As much as the clocks of two environments may differ. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private Order() {}

  static Vector<Finding> check(Chronicle chronicle) {
    return beginning(chronicle)
        .appendAll(gaps(chronicle))
        .appendAll(chronicle.steps().flatMap(Order::parts))
        .appendAll(chronicle.besides().flatMap(line -> unknownVersion(chronicle, line)))
        .appendAll(chronicle.besides().flatMap(line -> otherParts(chronicle, line)))
        .appendAll(plans(chronicle))
        .appendAll(chronicle.pairs().flatMap(pair -> time(pair._1.line(), pair._2.line())))
        .appendAll(chronicle.steps().flatMap(Order::sameTime));
  }

  private static Vector<Finding> beginning(Chronicle chronicle) {
    if (chronicle.steps().isEmpty()) {
      var first = chronicle.besides().head();
      return Vector.of(new Finding(Rule.GAP, first.number(), "the steps of the execution"));
    }
    var first = chronicle.steps().head().line();
    var findings = new Findings(first.number());
    findings.unless(
        first.versionBefore() == 0,
        Rule.GAP,
        "versions 1 to %d before this line".formatted(first.versionBefore()));
    return findings.all();
  }

  private static Vector<Finding> gaps(Chronicle chronicle) {
    return chronicle
        .steps()
        .sliding(2)
        .filter(pair -> pair.size() == 2 && pair.last().version() != pair.head().version() + 1)
        .map(
            pair ->
                new Finding(
                    Rule.GAP,
                    pair.head().lines().last().number(),
                    "versions %d to %d after this line"
                        .formatted(pair.head().version() + 1, pair.last().version() - 1)))
        .toVector();
  }

  /** Two lines of one part are two writers of one version. */
  private static Vector<Finding> parts(Step step) {
    var findings = new Findings(step.lines().last().number());
    var parts = step.lines().map(EventLine::part);
    findings.unless(
        parts.distinct().size() == parts.size(),
        Rule.VERSION,
        "one event as part %s of version %d, not %s"
            .formatted(parts.mkString(","), step.version(), step.events()));
    findings.unless(
        step.lines().map(EventLine::parts).distinct().size() == 1
            && step.lines().map(EventLine::status).distinct().size() == 1
            && step.lines().map(EventLine::waves).distinct().size() == 1,
        Rule.FORM,
        "events of one write that agree on parts, status and waves");
    findings.unless(
        parts.distinct().size() >= step.line().parts(),
        Rule.GAP,
        "%d events of version %d, not %s"
            .formatted(step.line().parts(), step.version(), step.events()));
    return findings.all();
  }

  private static Vector<Finding> unknownVersion(Chronicle chronicle, EventLine line) {
    var findings = new Findings(line.number());
    findings.unless(
        chronicle.steps().isEmpty() || chronicle.step(line.version()).isDefined(),
        Rule.GAP,
        "an event of version " + line.version());
    return findings.all();
  }

  private static Vector<Finding> otherParts(Chronicle chronicle, EventLine line) {
    var parts =
        chronicle
            .besides()
            .filter(o -> o.version() == line.version() && o.parts() == line.parts())
            .map(EventLine::part);
    var findings = new Findings(line.number());
    findings.unless(
        parts.containsAll(Vector.rangeClosed(1, line.parts())),
        Rule.GAP,
        "%d events of one write, not only part %s"
            .formatted(line.parts(), parts.distinct().mkString(", ")));
    return findings.all();
  }

  private static Vector<Finding> plans(Chronicle chronicle) {
    var lines = chronicle.lines();
    var plan = lines.head().text("planId");
    return lines
        .find(line -> !line.text("planId").equals(plan))
        .map(
            line ->
                new Finding(
                    Rule.FORM, line.number(), "the plan %s of its first line".formatted(plan)))
        .toVector();
  }

  private static Vector<Finding> sameTime(Step step) {
    return step.lines().flatMap(line -> time(step.line(), line).appendAll(time(line, step.line())));
  }

  private static Vector<Finding> time(EventLine before, EventLine after) {
    var earlier = Instant.parse(before.text("time"));
    var later = Instant.parse(after.text("time"));
    var findings = new Findings(after.number());
    findings.unless(
        !later.isBefore(earlier.minus(SKEW)),
        Rule.TIME,
        "a time after %s, not %s".formatted(earlier, later));
    return findings.all();
  }
}
