package io.drsorchestrator.local.bench.load;

import io.drsorchestrator.local.audit.LogAudit;
import io.drsorchestrator.local.audit.Verdict;
import io.drsorchestrator.local.aws.drs.JobState;
import io.drsorchestrator.local.aws.drs.JobType;
import io.drsorchestrator.local.stepfunctions.ExecutionSnapshot;
import io.drsorchestrator.local.stepfunctions.ExecutionStatus;
import io.drsorchestrator.local.system.LocalSystem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether anything is lost: the items, the jobs of DRS, the workflows and the log of the function
 * are counted, each from where it is, and held against what had to become of the executions.
 */
record LoadJudge(
    Map<String, Fate> fates,
    Map<String, SeenExecution> seen,
    List<JobState> jobs,
    List<ExecutionSnapshot> workflows,
    List<String> log) {

  static LoadJudge of(LocalSystem system, Map<String, Fate> fates, List<String> log) {
    var machines = system.stepFunctions().stateMachines().stream();
    var workflows =
        machines.flatMap(
            machine -> system.stepFunctions().listExecutions(machine.arn(), any -> true).stream());
    var launches =
        system.aws().jobs().stream().filter(job -> job.type() == JobType.LAUNCH).toList();
    return new LoadJudge(fates, SeenExecution.all(system), launches, workflows.toList(), log);
  }

  List<Count> counts() {
    var counts = new ArrayList<Count>();
    counts.add(new Count("executions on record", fates.size(), seen.size()));
    for (var fate : Fate.values()) {
      counts.add(outcomes(fate));
    }
    counts.add(new Count("jobs that DRS launched, of waves on record", ofWaves().count(), same()));
    counts.add(new Count("jobs that DRS launched, in all", ofWaves().count(), jobs.size()));
    counts.add(new Count("workflows that ended as their executions did", fates.size(), ended()));
    counts.add(new Count("finalizations in the log", completed(), finalizations()));
    counts.add(new Count("executions that the audit finds consistent", fates.size(), consistent()));
    return counts;
  }

  private Count outcomes(Fate fate) {
    var ids =
        fates.entrySet().stream()
            .filter(one -> one.getValue() == fate)
            .map(Map.Entry::getKey)
            .toList();
    var right = ids.stream().filter(id -> status(id).equals(fate.outcome())).count();
    var words = fate.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Count("%s (%s)".formatted(fate.outcome(), words), ids.size(), right);
  }

  /** Nothing if there is no such execution. */
  private String status(String id) {
    var execution = seen.get(id);
    return execution == null ? "" : execution.status();
  }

  private Stream<String> ofWaves() {
    return seen.values().stream().flatMap(execution -> execution.jobs().stream());
  }

  /** Of the jobs on record, how many DRS knows, each once. */
  private long same() {
    var known = new HashSet<>(jobs.stream().map(JobState::jobId).toList());
    return ofWaves().filter(known::remove).count();
  }

  /** COMPLETED has SUCCEEDED, and nobody may read any other end as a success. */
  private long ended() {
    return workflows.stream()
        .filter(workflow -> seen.containsKey(workflow.name()))
        .filter(this::isSame)
        .count();
  }

  private boolean isSame(ExecutionSnapshot workflow) {
    return workflow.status() != ExecutionStatus.RUNNING
        && (workflow.status() == ExecutionStatus.SUCCEEDED)
            == status(workflow.name()).equals("COMPLETED");
  }

  private long completed() {
    return fates.values().stream().filter(fate -> fate.outcome().equals("COMPLETED")).count();
  }

  private long finalizations() {
    return log.stream().filter(line -> line.contains("\"event\":\"ExecutionCompleted\"")).count();
  }

  private long consistent() {
    return LogAudit.of(log)
        .count(
            verdict ->
                verdict.result() == Verdict.Result.CONSISTENT
                    && status(verdict.executionId()).equals(verdict.outcome()));
  }

  /** Lines of the log that tell of such an event. */
  long lines(String event) {
    return log.stream().filter(line -> line.contains("\"event\":\"" + event + "\"")).count();
  }
}
