package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.application.explorer.Case.scope;
import static io.drsorchestrator.application.explorer.Mutant.without;

import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.explorer.Handler.Reply;
import io.drsorchestrator.application.explorer.Order.Kind;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.RecoveryJobs.JobReport;
import io.drsorchestrator.application.port.RecoveryJobs.JobServer;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.FailureCause;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The defects of the existing system's lifecycle (contract, section 8), put back. */
final class DefectMutants {

  private static final JobReport FAILURE =
      new JobReport(new JobState("COMPLETED", Option.none(), Option.none()), LinkedHashMap.empty());

  private DefectMutants() {}

  static Vector<Case> all() {
    return polls().appendAll(looks()).appendAll(ends()).appendAll(operators());
  }

  private static Vector<Case> polls() {
    var two = scope("ww", Kind.POLL).preempted(0);
    var one = scope("w", Kind.POLL, Kind.ASK_CANCEL);
    return Vector.of(
        Case.of(
            "D1",
            Stores.alsoWrites(
                "a poll finalizes when every wave that has started is COMPLETED",
                "WaveRecords.record",
                DefectMutants::completeIfStartedAre),
            two),
        Case.of("D2", wholeList(), scope("ww", Kind.POLL)),
        Case.of(
            "D3",
            Stores.instead(
                "storing the workflow's ARN writes the status that was read, too",
                "NewExecutions.adopt",
                DefectMutants::withOldStatus),
            scope("w")),
        Case.of(
            "D4",
            Stores.alsoWrites(
                "a wave ends without endTime",
                "WaveRecords.record",
                Doc.waves((n, wave) -> wave.remove("endTime"))),
            scope("w")),
        Case.of(
            "D5",
            Stores.alsoWrites(
                "a poll copies the job's status onto the wave",
                "WaveRecords.record",
                Doc.waves(DefectMutants::jobStatus)),
            one),
        Case.of(
            "D32",
            Stores.alsoWrites(
                "a poll replaces servers instead of merging them",
                "WaveRecords.record",
                Doc.waves(DefectMutants::onlyStatuses)),
            one.in(Weather.ENDS_WELL, Weather.FIRST_LAUNCHES)),
        Case.of(
            "D47",
            Stores.alsoWrites(
                "every poll writes POLLING", "WaveRecords.record", Doc.set("status", "POLLING")),
            one));
  }

  private static void completeIfStartedAre(Map<String, Object> item) {
    var started =
        statuses(item).stream().filter(status -> !status.equals("PENDING")).distinct().toList();
    if (started.equals(List.of("COMPLETED"))) {
      item.put("status", "COMPLETED");
      item.put("endTime", 1L);
    }
  }

  private static List<String> statuses(Map<String, Object> item) {
    return new Raw(item).waveStatuses();
  }

  /** From the copy that was read before DRS was asked. */
  private static Mutant wholeList() {
    return Stores.instead(
        "a poll writes the whole list of waves, on no condition",
        "WaveRecords.record",
        (scene, real, arguments) -> {
          var outcome = real.call();
          if (outcome == WriteOutcome.CONFLICT) {
            scene.edit(Doc.waves((n, wave) -> reopen(wave)));
            return WriteOutcome.WRITTEN;
          }
          return outcome;
        });
  }

  /** As it was when it was read: it was under way. */
  private static void reopen(Map<String, Object> wave) {
    if (Doc.is(wave, "status", "COMPLETED") || Doc.is(wave, "status", "FAILED")) {
      wave.put("status", "POLLING");
      wave.remove("endTime");
    }
  }

  private static Object withOldStatus(Scene scene, Stores.Real real, Object[] arguments) {
    var outcome = real.call();
    scene.edit(Doc.set("status", "PENDING"));
    return String.valueOf(outcome).equals("WRITTEN") ? WriteOutcome.WRITTEN : WriteOutcome.CONFLICT;
  }

  private static void jobStatus(int number, Map<String, Object> wave) {
    if (Doc.is(wave, "status", "POLLING") && wave.containsKey("DRSJobDetails")) {
      wave.put("status", "PENDING");
    }
  }

  private static void onlyStatuses(int number, Map<String, Object> wave) {
    if (wave.get("serverStatuses") instanceof List<?> servers) {
      wave.put("serverStatuses", servers.stream().map(DefectMutants::onlyStatus).toList());
    }
  }

  private static Map<String, Object> onlyStatus(Object server) {
    var left = Doc.copy(server);
    if (Doc.is(left, "launchStatus", "LAUNCHED")) {
      left.put("instanceId", "");
      left.put("serverName", "");
      left.put("launchStatus", "PENDING");
    }
    return left;
  }

  private static Vector<Case> looks() {
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
            seen("a job that is COMPLETED has launched its servers", DefectMutants::allLaunched),
            two),
        Case.of("D8", seen("a wave fails with its first server", DefectMutants::overIfFailed), two),
        Case.of(
            "D11",
            Stores.instead(
                "a wave that cannot be launched is not decided",
                "WaveClaims.failLaunch",
                (scene, real, arguments) -> WriteOutcome.WRITTEN),
            scope("x")),
        Case.of(
            "D10",
            seen("a wave waits until DRS decides on every server", DefectMutants::openIfUndecided),
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

  private static Vector<Case> ends() {
    var dies = scope("w", Kind.DEATH).troubledBy(1, Trouble.DEATH);
    var finalizing = scope("w").troubledBy(1, Trouble.CRASH);
    return Vector.of(
        Case.of(
            "D9",
            Stores.instead(
                "the death of a workflow is not recorded",
                "Endings.fail",
                (scene, real, arguments) ->
                    scene.order().kind() == Kind.UPDATE ? real.call() : WriteOutcome.WRITTEN),
            dies),
        Case.of(
            "D9",
            Stores.alsoWrites(
                "FAILED is stored without endTime", "Endings.fail", item -> item.remove("endTime")),
            dies),
        Case.of(
            "D13",
            without("Completions.complete", "completedWaves")
                .and(LiarMutants.ALL_COMPLETED)
                .as("finalize writes COMPLETED over whatever the waves are"),
            scope("w", Kind.FINALIZE).preempted(0)),
        Case.of(
            "3",
            Mutant.named("a finalization that fails for good is FAILED")
                .flow(step -> isFailed(step, Kind.FINALIZE) ? dead() : step.next())
                .operation(DefectMutants::giveUpAnyway),
            finalizing),
        Case.of(
            "D21",
            Mutant.named("a cancelled workflow ends as SUCCEEDED").flow(DefectMutants::succeeds),
            scope("w", Kind.ASK_CANCEL)));
  }

  private static boolean isFailed(Mutant.Step step, Kind kind) {
    return step.failed() && step.at().due().kind() == kind;
  }

  private static Flow dead() {
    return Flow.due(Order.of(Kind.GIVE_UP));
  }

  private static Option<Reply> giveUpAnyway(UseCases useCases, Order order) {
    var cause = new FailureCause(FailureCause.WORKFLOW_ENDED, "finalize failed");
    return Option.when(
        order.kind() == Kind.GIVE_UP,
        () -> Reply.of(useCases.update().workflowEnded(World.KEY.executionId(), World.ARN, cause)));
  }

  private static Flow succeeds(Mutant.Step step) {
    return step.next().outcome().equals("CANCELLED")
        ? Flow.ended("SUCCEEDED", "CANCELLED")
        : step.next();
  }

  private static Vector<Case> operators() {
    var cancel = scope("w", Kind.ASK_CANCEL);
    var pause = scope("ww", Kind.ASK_PAUSE).preempted(0);
    return Vector.of(
        Case.of(
            "D17",
            Stores.alsoWrites(
                "a cancel is CANCELLED at once",
                "Endings.requestCancel",
                item -> {
                  item.put("status", "CANCELLED");
                  item.put("endTime", 1L);
                }),
            cancel),
        Case.of(
            "D18",
            without("version").and(without("status")).as("no write asks for status or version"),
            cancel),
        Case.of(
            "D19",
            Stores.misled(
                    "nobody reads the wish to pause", scene -> true, i -> i.remove("pauseRequest"))
                .and(without("WaveClaims.claim", "not held back"))
                .as("nobody reads the wish to pause"),
            pause),
        Case.of(
            "D19",
            Stores.alsoWrites(
                "an operator's pause writes PAUSED, without a token",
                "Gates.requestPause",
                Doc.set("status", "PAUSED")),
            pause),
        Case.of(
            "D20",
            Stores.misled(
                "the gate before the first wave is ignored",
                scene -> true,
                Doc.waves(
                    (n, wave) -> {
                      if (n == 0) {
                        wave.put("pauseBeforeWave", false);
                      }
                    })),
            scope("g")),
        Case.of(
            "D41",
            Stores.alsoWrites(
                "the start of a wave does not write currentWave",
                "WaveClaims.claim",
                item -> item.remove("currentWave")),
            scope("w")),
        Case.of(
            "D46",
            Stores.alsoWrites(
                "a pause stores something else than its token",
                "Gates.pause",
                Doc.set("taskToken", "$.Task.Token")),
            scope("g")));
  }
}
