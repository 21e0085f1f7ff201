package io.drsorchestrator.local.audit;

import io.vavr.collection.Vector;

/** One wave, one DRS job, launched under a claim (I9). */
final class Jobs {

  private Jobs() {}

  static Vector<Finding> check(Chronicle chronicle) {
    var launches = chronicle.besides().filter(line -> line.is("WaveLaunched"));
    return launches
        .flatMap(launch -> underClaim(chronicle, launch))
        .appendAll(twice(launches))
        .appendAll(chronicle.lines().flatMap(line -> ofLaunch(chronicle, launches, line)));
  }

  private static Vector<Finding> underClaim(Chronicle chronicle, EventLine launch) {
    var findings = new Findings(launch.number());
    findings.unless(!launch.text("jobId").isBlank(), Rule.FORM, "a jobId");
    chronicle
        .step(launch.version())
        .forEach(
            step ->
                findings.unless(
                    step.has("WaveClaimed", launch.wave()),
                    Rule.I9,
                    "a claim of wave %d at version %d, not %s"
                        .formatted(launch.wave(), step.version(), step.events())));
    return findings.all();
  }

  private static Vector<Finding> twice(Vector<EventLine> launches) {
    return launches
        .zipWithIndex()
        .filter(
            launch ->
                launches
                    .take(launch._2)
                    .exists(
                        other ->
                            other.wave() == launch._1.wave()
                                || other.text("jobId").equals(launch._1.text("jobId"))))
        .map(
            launch ->
                new Finding(
                    Rule.I9,
                    launch._1.number(),
                    "one job of wave %d and of no other wave, not %s"
                        .formatted(launch._1.wave(), launch._1.text("jobId"))));
  }

  /** A wave ends with the job that it was launched with, or without any. */
  private static Vector<Finding> ofLaunch(
      Chronicle chronicle, Vector<EventLine> launches, EventLine line) {
    if (!line.is("WaveCompleted", "WaveFailed", "WaveCancelled")) {
      return Vector.empty();
    }
    var findings = new Findings(line.number());
    var job = line.text("jobId");
    var launch = launches.find(other -> other.wave() == line.wave());
    findings.unless(
        !line.is("WaveCompleted") || !job.isEmpty(), Rule.I9, "the job of a completed wave");
    launch.forEach(
        launched ->
            findings.unless(
                launched.text("jobId").equals(job),
                Rule.I9,
                "the job of line %d, %s, not '%s'"
                    .formatted(launched.number(), launched.text("jobId"), job)));
    findings.unless(
        job.isEmpty() || launch.isDefined() || chronicle.creation().isEmpty(),
        Rule.GAP,
        "a WaveLaunched of wave %d before it".formatted(line.wave()));
    return findings.all();
  }
}
