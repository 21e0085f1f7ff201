package io.drsorchestrator.application.instances;

import static io.drsorchestrator.domain.execution.Executions.requestBy;

import io.drsorchestrator.application.memory.ScriptedInstances;
import io.drsorchestrator.application.memory.WatchedPorts.Watcher;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Executions that have launched instances, and what operators do with those. */
final class Recovery {

  final Workbench bench;

  Recovery() {
    bench = new Workbench();
  }

  Recovery(Watcher watcher) {
    bench = new Workbench(watcher);
  }

  ScriptedInstances drs() {
    return bench.instances();
  }

  /** An execution that is COMPLETED, of waves with that many servers. */
  ExecutionId completed(int... servers) {
    var waves = Vector.ofAll(servers).zipWithIndex((count, n) -> SampleWaves.plan(n, count));
    return completed(waves);
  }

  ExecutionId completed(Vector<WavePlan> waves) {
    var id = bench.started(waves);
    var decision = bench.completeWave(id, 0);
    if (bench.run(id, decision).status() != ExecutionStatus.COMPLETED) {
      throw new AssertionError(bench.read(id));
    }
    return id;
  }

  /** An execution that FAILED at the deadline of its only wave, whose job goes on. */
  ExecutionId overdue() {
    var id = bench.started(1);
    bench.startWave(id, 0);
    bench.clock().pass(Duration.ofHours(25));
    bench.poll(id);
    bench.useCases().update().update(id);
    if (bench.read(id).status() != ExecutionStatus.FAILED) {
      throw new AssertionError(bench.read(id));
    }
    return id;
  }

  JobId job(ExecutionId id, int wave) {
    return bench.jobs(id, wave).last().id();
  }

  InstanceOperations operations() {
    return bench.useCases().instances();
  }

  Vector<String> listed(ExecutionId id) {
    return operations().list().list(id).instances().map(own -> own.instance().recoveryInstanceId());
  }

  Either<TerminationRefusal, Termination> request(ExecutionId id, String operator) {
    return operations().terminate().terminate(id, requestBy(operator));
  }

  Termination terminate(ExecutionId id) {
    return request(id, "alice").get();
  }

  TerminationProgress watch(ExecutionId id, JobId... jobs) {
    var region = Option.some(SampleWaves.REGION);
    return operations().watch().watch(id, Vector.of(jobs), region, bench.clock().instant()).get();
  }

  Map<String, Object> document(ExecutionId id) {
    return bench.store().ports().documents().document(id).get();
  }

  boolean isKnownTerminated(ExecutionId id) {
    return Boolean.TRUE.equals(document(id).get("instancesTerminated"));
  }

  /** The jobs on record, as often as they are there. */
  Vector<JobId> recordedJobs(ExecutionId id) {
    return Option.of((List<?>) document(id).get("terminateJobs"))
        .map(list -> Vector.<Object>ofAll(list))
        .getOrElse(Vector.empty())
        .map(job -> new JobId(String.valueOf(((Map<?, ?>) job).get("jobId"))));
  }
}
