package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** Something that happened to an execution, for logs, metrics and notifications (NFR-3). */
public sealed interface LifecycleEvent {

  record ExecutionCreated(int totalWaves) implements LifecycleEvent {}

  /** Step Functions did not answer; the reconciler starts the workflow later. */
  record WorkflowStartPostponed(String reason) implements LifecycleEvent {}

  record WaveClaimed(WaveNumber wave, String attemptId) implements LifecycleEvent {}

  /** Servers were given the launch settings of their protection group. */
  record LaunchSettingsChanged(WaveNumber wave, Vector<SourceServerId> servers)
      implements LifecycleEvent {}

  /** A server does not have the launch settings of its protection group, for the reason given. */
  record LaunchSettingsNotApplied(WaveNumber wave, SourceServerId server, String reason)
      implements LifecycleEvent {}

  /** DRS did not launch the wave yet, for the reason given; the wave machine waits. */
  record LaunchPostponed(WaveNumber wave, String reason) implements LifecycleEvent {}

  record WaveLaunched(WaveNumber wave, JobId job) implements LifecycleEvent {}

  /** The wave is complete; the execution goes on (AC-3.4, NFR-3.3). */
  record WaveCompleted(WaveNumber wave) implements LifecycleEvent {}

  record WaveFailed(WaveNumber wave, String message) implements LifecycleEvent {}

  record WaveCancelled(WaveNumber wave) implements LifecycleEvent {}

  record PauseRequested(OperatorRequest request) implements LifecycleEvent {}

  /**
   * The execution waits for an operator.
   *
   * @param request of an operator who asked for the pause; absent at a gate of the plan
   */
  record ExecutionPaused(WaveNumber before, Option<OperatorRequest> request)
      implements LifecycleEvent {}

  /** The gate has been waiting for long; {@code waiting} counts this reminder. */
  record PauseOverdue(WaveNumber before, GateWait waiting) implements LifecycleEvent {}

  /** A new task token replaced the one that an earlier pause had stored. */
  record PauseRenewed(WaveNumber before) implements LifecycleEvent {}

  record ResumeRequested(WaveNumber wave, OperatorRequest request) implements LifecycleEvent {}

  record ExecutionResumed(WaveNumber wave) implements LifecycleEvent {}

  record CancelRequested(OperatorRequest request) implements LifecycleEvent {}

  record ExecutionCancelled() implements LifecycleEvent {}

  record ExecutionFailed(FailureCause cause) implements LifecycleEvent {}

  /** The one finalization of an execution, with all wave statuses (NFR-3.2). */
  record ExecutionCompleted(Vector<WaveStatus> waves) implements LifecycleEvent {}

  /**
   * The drill has ended and its instances still live; {@code reminder} counts this one.
   *
   * @param terminationRequested when somebody asked to terminate them; absent if nobody did
   */
  record DrillInstancesLive(
      DrillReminder reminder,
      String planName,
      Option<Instant> ended,
      Option<Instant> terminationRequested,
      Vector<LaunchedInstance> instances)
      implements LifecycleEvent {

    /** The same of these instances alone. */
    public DrillInstancesLive of(Vector<LaunchedInstance> some) {
      return new DrillInstancesLive(reminder, planName, ended, terminationRequested, some);
    }
  }

  /** People could not be told of something; the execution does not depend on it. */
  record NotificationFailed(String what, String reason) implements LifecycleEvent {}
}
