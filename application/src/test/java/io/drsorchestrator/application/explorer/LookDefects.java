package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.application.explorer.Case.scope;

import io.drsorchestrator.application.explorer.Order.Kind;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.RecoveryJobs.JobReport;
import io.drsorchestrator.application.port.RecoveryJobs.JobServer;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;

/** Defects of what a look at DRS is taken for (contract, section 8), put back. */
final class LookDefects {

  private static final JobReport FAILURE =
      new JobReport(new JobState("COMPLETED", Option.none(), Option.none()), LinkedHashMap.empty());

  private LookDefects() {}

  static Vector<Case> all() {
    var two = scope("w").with(new Plan("w", 2)).in(Weather.values());
    return Vector.of(
        Case.of("D6", silenceIsFailure(), scope("w").troubledBy(1, Trouble.SILENCE)),
        Case.of(
            "D7",
            Mutant.named("an error of a poll fails the execution")
                .flow(step -> isFailedPoll(step) ? Flow.due(Order.of(Kind.GIVE_UP)) : step.next()),
            scope("w").troubledBy(1, Trouble.CRASH)),
        Case.of(
            "D8",
            seen("a job that is COMPLETED has launched its servers", LookDefects::allLaunched),
            two),
        Case.of("D8", seen("a wave fails with its first server", LookDefects::overIfFailed), two),
        Case.of(
            "D11",
            Stores.instead(
                "a wave that cannot be launched is not decided",
                "WaveClaims.failLaunch",
                (scene, real, arguments) -> WriteOutcome.WRITTEN),
            scope("x")),
        Case.of(
            "D10",
            seen("a wave waits until DRS decides on every server", LookDefects::openIfUndecided),
            two));
  }

  private static boolean isFailedPoll(Mutant.Step step) {
    return step.failed() && step.at().due().kind() == Kind.POLL;
  }

  private static Mutant silenceIsFailure() {
    return Clouds.told(
        "an answer that does not come counts as failure",
        "RecoveryJobs.describe",
        (real, arguments) -> {
          try {
            return real.call();
          } catch (AwsUnavailableException e) {
            return Option.some(FAILURE);
          }
        });
  }

  @SuppressWarnings("unchecked")
  private static Mutant seen(String name, UnaryOperator<JobReport> change) {
    return Clouds.instead(
        name,
        "RecoveryJobs.describe",
        (scene, real, arguments) ->
            real.call() instanceof Option<?> report
                ? ((Option<JobReport>) report).map(change)
                : Option.none());
  }

  private static JobReport allLaunched(JobReport report) {
    return report.state().status().equals("COMPLETED")
        ? new JobReport(
            report.state(),
            report
                .servers()
                .mapValues(s -> new JobServer(new LaunchStatus("LAUNCHED"), s.instanceId())))
        : report;
  }

  private static JobReport overIfFailed(JobReport report) {
    return report.servers().exists(s -> s._2.launchStatus().isFailed())
        ? with(report, "COMPLETED")
        : report;
  }

  private static JobReport openIfUndecided(JobReport report) {
    return report.servers().exists(s -> !s._2.launchStatus().isDecided())
        ? with(report, "STARTED")
        : report;
  }

  private static JobReport with(JobReport report, String status) {
    var state = new JobState(status, report.state().startTime(), report.state().endTime());
    return new JobReport(state, report.servers());
  }
}
