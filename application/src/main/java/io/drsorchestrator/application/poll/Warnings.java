package io.drsorchestrator.application.poll;

import io.drsorchestrator.application.port.RecoveryJobs.JobReport;
import io.drsorchestrator.application.port.RecoveryJobs.JobServer;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.RecoveryJob;
import io.drsorchestrator.domain.wave.RunningWave;
import io.vavr.Tuple2;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What a poll says, in one sentence each, when AWS does not tell what it usually tells. */
final class Warnings {

  private static final int LONGEST_REASON = 200;

  private Warnings() {}

  /** {@code lack}, and the reason that AWS gave. */
  static String of(String lack, RuntimeException fault) {
    var reason = String.valueOf(fault.getMessage());
    return "%s (%s)"
        .formatted(lack, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
  }

  static String jobUnseen(RunningWave wave, RuntimeException fault) {
    return of("DRS does not tell about job " + wave.jobId() + ", what is shown may be old", fault);
  }

  static String jobUnknown(RunningWave wave) {
    return "DRS does not know job " + wave.jobId();
  }

  /** What is odd about an answer: words that are not known here, servers that it leaves out. */
  static Vector<String> about(RunningWave wave, JobReport report) {
    return status(report).toVector().appendAll(words(report)).appendAll(leftOut(wave, report));
  }

  private static Option<String> status(JobReport report) {
    var word = report.state().status();
    return Option.when(
        !RecoveryJob.isKnown(word), () -> "DRS gives the job the unknown status " + word);
  }

  private static Option<String> words(JobReport report) {
    var strange = report.servers().filterValues(s -> !s.launchStatus().isKnown());
    return Option.when(
        strange.nonEmpty(),
        () -> "DRS gives unknown launch statuses: " + strange.map(Warnings::word).mkString(", "));
  }

  private static String word(Tuple2<SourceServerId, JobServer> server) {
    return server._1 + " " + server._2.launchStatus();
  }

  /** Right after its start a job may name no server at all. */
  private static Option<String> leftOut(RunningWave wave, JobReport report) {
    var unnamed = wave.servers().reject(s -> report.servers().containsKey(s.id()));
    var early = report.servers().isEmpty() && !report.state().status().equals("COMPLETED");
    return Option.when(
        unnamed.nonEmpty() && !early,
        () -> "DRS tells nothing about " + unnamed.map(Server::name).mkString(", "));
  }
}
