package io.drsorchestrator.adapter.in.lambda;

import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An AWS that launches what it is asked to, knows nothing else, and names its calls. */
final class QuietAws
    implements RecoveryJobs, RecoveryServers, LaunchAdmission, RecoveryInstances, Workflows {

  private final List<String> calls = new ArrayList<>();

  Aws ports() {
    return new Aws(this, this, this, (scope, server, settings) -> false, this, this);
  }

  List<String> calls() {
    return calls;
  }

  @Override
  public LaunchResult start(DrsScope scope, Launch launch) {
    calls.add("launch wave " + launch.wave());
    return new LaunchResult.Started(new JobId("drsjob-" + launch.wave()));
  }

  @Override
  public Option<JobId> findLaunched(
      DrsScope scope, ExecutionKey key, WaveNumber wave, Instant since) {
    return Option.none();
  }

  @Override
  public Option<JobReport> describe(DrsScope scope, JobId job) {
    return Option.none();
  }

  @Override
  public Map<SourceServerId, String> failureReasons(DrsScope scope, JobId job) {
    return HashMap.empty();
  }

  @Override
  public Vector<SourceServerId> withTags(DrsScope scope, Map<String, String> tags) {
    return Vector.empty();
  }

  @Override
  public Vector<ActiveJob> activeJobs(DrsScope scope) {
    return Vector.empty();
  }

  @Override
  public Map<SourceServerId, Replication> replication(
      DrsScope scope, Vector<SourceServerId> servers) {
    return servers.toMap(
        server -> server,
        server -> new Replication("host", "CONTINUOUS", Option.none(), Option.none()));
  }

  @Override
  public Map<SourceServerId, String> liveInstances(DrsScope scope, Vector<SourceServerId> servers) {
    return HashMap.empty();
  }

  @Override
  public Map<SourceServerId, SourceMachine> sources(DrsScope scope, Vector<SourceServerId> ids) {
    return HashMap.empty();
  }

  @Override
  public Map<SourceServerId, Recovered> recovered(
      DrsScope scope, JobId job, Vector<SourceServerId> ids) {
    return HashMap.empty();
  }

  @Override
  public Map<String, RecoveryInstance> instances(DrsScope scope, Vector<String> instanceIds) {
    return HashMap.empty();
  }

  @Override
  public WorkflowArn start(ExecutionKey key) {
    calls.add("start workflow");
    return Executions.WORKFLOW_ARN;
  }

  @Override
  public void ring(CallbackToken token) {
    calls.add("ring " + token.value());
  }

  @Override
  public void stop(WorkflowArn workflow, String cause) {
    calls.add("stop workflow");
  }

  @Override
  public Vector<WorkflowArn> running() {
    return Vector.empty();
  }

  @Override
  public WorkflowState describe(WorkflowArn workflow) {
    return new WorkflowState("RUNNING", "");
  }

  @Override
  public Vector<LiveInstance> of(DrsScope scope, Vector<SourceServerId> servers) {
    return Vector.empty();
  }

  @Override
  public Map<JobId, JobView> jobs(DrsScope scope, Vector<JobId> ids) {
    return HashMap.empty();
  }

  @Override
  public Vector<JobView> activeJobs(DrsScope scope, Instant since) {
    return Vector.empty();
  }

  @Override
  public Either<Refused, JobView> terminate(DrsScope scope, Vector<String> instanceIds) {
    calls.add("terminate " + instanceIds.size());
    return Either.left(new Refused("There is no such instance", Refused.Why.INVALID));
  }

  @Override
  public Vector<LogEvent> log(DrsScope scope, JobId job) {
    return Vector.empty();
  }

  @Override
  public Map<String, Machine> machines(DrsScope scope, Vector<String> ids) {
    return HashMap.empty();
  }
}
