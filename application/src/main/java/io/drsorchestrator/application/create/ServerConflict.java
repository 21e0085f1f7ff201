package io.drsorchestrator.application.create;

import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;

/** Servers of the plan are in another execution, or in somebody's DRS job (contract 7.6). */
public record ServerConflict(Vector<InExecution> inExecutions, Vector<InJob> inJobs)
    implements StartRefusal {

  /** A server and the execution that holds it. */
  public record InExecution(
      SourceServerId server,
      String waveName,
      ExecutionKey execution,
      ExecutionStatus status,
      String conflictingWave) {}

  /** A server and the job that launches it, with DRS's own words. */
  public record InJob(
      SourceServerId server, String waveName, JobId job, String jobStatus, String launchStatus) {}

  @Override
  public Kind kind() {
    return Kind.CONFLICT;
  }

  @Override
  public String code() {
    return "SERVER_CONFLICT";
  }

  @Override
  public String message() {
    var servers =
        inExecutions.map(InExecution::server).appendAll(inJobs.map(InJob::server)).distinct();
    return "%d server(s) of the plan are in use: %s"
        .formatted(servers.size(), executions().appendAll(jobs()).mkString("; "));
  }

  private Vector<String> executions() {
    return inExecutions
        .map(
            one ->
                "execution %s of plan %s is %s"
                    .formatted(
                        one.execution().executionId(), one.execution().planId(), one.status()))
        .distinct();
  }

  private Vector<String> jobs() {
    return inJobs.map(one -> "DRS job %s is %s".formatted(one.job(), one.jobStatus())).distinct();
  }
}
