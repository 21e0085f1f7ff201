package io.drsorchestrator.application.instances;

import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What became of a request to terminate an execution's recovery instances (contract 3.10). */
public record Termination(Vector<Terminated> terminated, Vector<Failed> failed, Vector<Job> jobs) {

  static final Termination NOTHING =
      new Termination(Vector.empty(), Vector.empty(), Vector.empty());

  /** An instance that a job of DRS terminates. */
  public record Terminated(OwnInstance instance, JobId job) {}

  /** A job that terminates instances of the execution, whoever has started it. */
  public record Job(JobView view, String region) {}

  /**
   * An instance, or a server without one yet, that is not terminated.
   *
   * @param instanceId empty where there is none yet
   * @param fault what the call ran into; absent if DRS answered
   */
  public record Failed(
      SourceServerId server,
      String instanceId,
      String region,
      String error,
      ErrorType type,
      Option<RuntimeException> fault) {

    static Failed of(OwnInstance own, String error, ErrorType type) {
      return of(own, error, type, Option.none());
    }

    static Failed by(RuntimeException fault, OwnInstance own, ErrorType type) {
      return of(own, String.valueOf(fault.getMessage()), type, Option.some(fault));
    }

    static Failed launching(OwnInstance own) {
      return of(own, launching(own.server(), own.job()), ErrorType.LAUNCHING);
    }

    static Failed launching(LaunchingServer launch) {
      return new Failed(
          launch.server(),
          "",
          launch.region(),
          launching(launch.server(), launch.job()),
          ErrorType.LAUNCHING,
          Option.none());
    }

    private static String launching(SourceServerId server, JobId job) {
      return "Job %s is still launching server %s and DRS cannot cancel it: terminate again when it has ended"
          .formatted(job, server);
    }

    private static Failed of(
        OwnInstance own, String error, ErrorType type, Option<RuntimeException> fault) {
      return new Failed(
          own.server(),
          own.instance().recoveryInstanceId(),
          own.scope().region(),
          error,
          type,
          fault);
    }
  }

  /** Why something is not terminated. */
  public enum ErrorType {
    /** Terminated, or its server in a job, already. */
    CONFLICT,
    /** Its launch has not ended; DRS cannot cancel a launch. */
    LAUNCHING,
    QUOTA_EXCEEDED,
    /** DRS said no. */
    REFUSED,
    /** DRS did not answer: whether it acts is not known. */
    UNAVAILABLE
  }

  Termination and(Termination other) {
    return new Termination(
        terminated.appendAll(other.terminated),
        failed.appendAll(other.failed),
        jobs.appendAll(other.jobs).distinctBy(job -> job.view().id()));
  }

  static Termination failures(Vector<Failed> failed) {
    return new Termination(Vector.empty(), failed, Vector.empty());
  }

  static Termination job(JobView job, String region) {
    return new Termination(Vector.empty(), Vector.empty(), Vector.of(new Job(job, region)));
  }

  static Termination started(JobView job, Vector<OwnInstance> instances) {
    var all = instances.map(instance -> new Terminated(instance, job.id()));
    return new Termination(all, Vector.empty(), Vector.empty());
  }

  public boolean isNothing() {
    return terminated.isEmpty() && failed.isEmpty();
  }

  /** Every instance was terminated, or being processed, before this request. */
  public boolean isRepeated() {
    return terminated.isEmpty()
        && failed.nonEmpty()
        && failed.forAll(failure -> failure.type() == ErrorType.CONFLICT);
  }

  /** The fault, where nothing was reached but faults: that is no answer. */
  Option<RuntimeException> fault() {
    return terminated.isEmpty() && failed.forAll(failure -> failure.fault().isDefined())
        ? failed.headOption().flatMap(Failed::fault)
        : Option.none();
  }
}
