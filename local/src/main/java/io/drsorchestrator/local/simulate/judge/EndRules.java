package io.drsorchestrator.local.simulate.judge;

import io.drsorchestrator.local.aws.drs.JobState;
import io.drsorchestrator.local.simulate.scenario.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must hold of an execution when everything has come to rest. */
public final class EndRules {

  private final String id;
  private final History history;
  private final Facts facts;
  private final Item last;
  private final List<JobState> jobs;
  private final List<Violation> violations = new ArrayList<>();

  private EndRules(String id, History history, Facts facts) {
    this.id = id;
    this.history = history;
    this.facts = facts;
    this.last = history.last(id);
    this.jobs = facts.jobsOf(id);
  }

  /** The promises that the run has broken in the end. */
  public static Stream<Violation> check(History history, Facts facts) {
    return history.executions().stream()
        .flatMap(
            id -> {
              var rules = new EndRules(id, history, facts);
              rules.all();
              return rules.violations.stream();
            });
  }

  private void all() {
    require("END", last.hasEnded(), "is still " + last.status() + " " + last.waveStatuses());
    workflowAgrees();
    outcome();
    jobs();
    answers();
    gates();
  }

  /** NFR-1.2. */
  private void workflowAgrees() {
    var workflow = facts.workflows().getOrDefault(id, "MISSING");
    require("END", !workflow.equals("RUNNING"), "the workflow still runs");
    if (last.status().equals("COMPLETED")) {
      require(
          "NFR-1.2",
          workflow.equals("SUCCEEDED") || facts.stopped().contains(id),
          "COMPLETED, and the workflow " + workflow);
    } else {
      require(
          "NFR-1.2",
          Set.of("FAILED", "ABORTED", "TIMED_OUT", "MISSING").contains(workflow),
          last.status() + ", and the workflow " + workflow);
    }
  }

  private void outcome() {
    boolean cancelled = history.wasAskedFor(id, Operation.CANCEL);
    switch (last.status()) {
      case "COMPLETED" ->
          require(
              "OUTCOME",
              jobs.size() == last.waves().size(),
              "COMPLETED by " + jobs.size() + " jobs");
      case "CANCELLED" -> require("OUTCOME", cancelled, "CANCELLED, and nobody asked for that");
      case "FAILED" ->
          require(
              "OUTCOME",
              facts.mayFail() || facts.stopped().contains(id),
              "FAILED without a reason: " + last.text("failureReason") + last.text("error"));
      default -> {}
    }
  }

  /** One wave, one job, in their order, and every job on record (I4, I9). */
  private void jobs() {
    var waves = new HashMap<String, JobState>();
    for (var job : jobs) {
      var wave = job.tags().getOrDefault("waveNumber", "?");
      require("I9", waves.put(wave, job) == null, "two jobs for wave " + wave);
      var recorded =
          IntStream.range(0, last.waves().size())
              .filter(n -> last.waves().get(n).text("jobId").equals(job.jobId()))
              .boxed()
              .toList();
      require(
          "LEAK", recorded.size() == 1, "job of wave %s is on record %s".formatted(wave, recorded));
    }
    last.waves().forEach(this::wave);
  }

  private void wave(Item wave) {
    var jobId = wave.text("jobId");
    var job = jobs.stream().filter(one -> one.jobId().equals(jobId)).findFirst();
    require("I9", jobId.isEmpty() || job.isPresent(), "a job of nobody: " + jobId);
  }

  private void answers() {
    history.answers(id).filter(Acknowledged::isAccepted).forEach(this::answer);
  }

  private void answer(Acknowledged told) {
    switch (told.operation()) {
      case CANCEL ->
          require("I8", last.status().equals("CANCELLED"), "accepted cancel, " + last.status());
      case PAUSE -> onRecord(told, "pauseRequest");
      case RESUME -> onRecord(told, "resumeRequest");
      default -> {}
    }
  }

  private void onRecord(Acknowledged told, String request) {
    require(
        "ACK",
        history.during(id, told.from(), told.to()).anyMatch(item -> item.has(request)),
        request + " was acknowledged and never stored");
  }

  /** I6, by what operators did. */
  private void gates() {
    boolean passed =
        last.waves().stream()
            .anyMatch(wave -> wave.flag("pauseBeforeWave") && wave.status().equals("COMPLETED"));
    require("I6", !passed || history.wasAskedFor(id, Operation.RESUME), "a gate nobody lifted");
  }

  private void require(String invariant, boolean holds, String what) {
    if (!holds) {
      violations.add(new Violation(invariant, id + " " + what));
    }
  }
}
