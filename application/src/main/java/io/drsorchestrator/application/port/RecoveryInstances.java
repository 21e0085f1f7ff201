package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * What DRS and EC2 know of recovery instances and of the jobs that launch and terminate them. An
 * empty list of ids means "all" to AWS, so that nothing is ever asked for it: nothing is answered.
 */
public interface RecoveryInstances {

  /** DescribeRecoveryInstances by source server, all pages. */
  Vector<LiveInstance> of(DrsScope scope, Vector<SourceServerId> servers);

  /** DescribeJobs by id, of any type; a job that DRS does not know is left out (D38). */
  Map<JobId, JobView> jobs(DrsScope scope, Vector<JobId> ids);

  /**
   * The jobs created after {@code since} that have not ended, of any type, whoever started them.
   */
  Vector<JobView> activeJobs(DrsScope scope, Instant since);

  /**
   * TerminateRecoveryInstances, once, of at most 100 instances (AWS quota L-B827C881). DRS refuses
   * the whole call for one instance; an outcome that is not known is an exception.
   */
  Either<Refused, JobView> terminate(DrsScope scope, Vector<String> recoveryInstanceIds);

  /** DescribeJobLogItems, all pages, in DRS's order. */
  Vector<LogEvent> log(DrsScope scope, JobId job);

  /** EC2 DescribeInstances; an instance that EC2 does not know is left out. */
  Map<String, Machine> machines(DrsScope scope, Vector<String> ec2InstanceIds);

  /**
   * A recovery instance.
   *
   * @param job that launched it, as far as DRS tells
   * @param state DRS's own word, such as {@code RUNNING} or {@code SHUTTING-DOWN}
   */
  record LiveInstance(
      String recoveryInstanceId,
      String ec2InstanceId,
      SourceServerId server,
      Option<JobId> job,
      String state) {

    /** Whether nothing is left but the record of it. */
    public boolean isGone() {
      return state.equals("TERMINATED") || state.equals("NOT_FOUND");
    }

    public boolean isNamed(String instanceId) {
      return recoveryInstanceId.equals(instanceId) || ec2InstanceId.equals(instanceId);
    }
  }

  /** A job in DRS's own words; once a TERMINATE job has ended, DRS empties its servers. */
  record JobView(JobId id, String type, String status, Vector<JobServer> servers) {

    public boolean isCompleted() {
      return status.equals("COMPLETED");
    }

    public boolean isTermination() {
      return type.equals("TERMINATE");
    }

    /** The servers with that launch status. */
    public int count(String launchStatus) {
      return servers.count(server -> server.launchStatus().equals(launchStatus));
    }
  }

  /** A participating server of a job. */
  record JobServer(SourceServerId server, Option<String> instanceId, String launchStatus) {}

  /**
   * DRS terminates nothing of what one call names.
   *
   * @param why which lets the caller tell whether fewer instances may be terminated
   */
  record Refused(String reason, Why why) {

    /** The kinds of refusal. */
    public enum Why {
      /** An instance is terminated, or its server is in a job, already. */
      CONFLICT,
      /** A quota is full: fewer calls, later, may succeed. */
      QUOTA,
      /** DRS does not accept one of the ids, such as that of an instance gone since. */
      INVALID
    }
  }

  /**
   * An event of a job's log.
   *
   * @param logDateTime as DRS wrote it, ISO-8601 (D34)
   * @param time the same, where it can be read
   * @param data plain JSON-like values under DRS's own names, such as {@code sourceServerID}
   */
  record LogEvent(
      String event, Option<String> logDateTime, Option<Instant> time, Map<String, Object> data) {}

  /** What EC2 tells about a machine to people. */
  record Machine(
      Option<String> name,
      Option<String> privateIp,
      Option<String> publicIp,
      Option<String> instanceType,
      Option<Instant> launchTime) {}
}
