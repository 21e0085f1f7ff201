package io.drsorchestrator.application.instances;

import static io.vavr.API.Left;

import io.drsorchestrator.application.instances.StoredExecutions.RecordedJob;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryInstances.LogEvent;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;

/** What DRS logged in the jobs of an execution's waves (contract 3.12, D34). */
public final class ReadJobLogs {

  /** An event whose time nobody can read comes last. */
  private static final Comparator<LogEvent> NEWEST_FIRST =
      Comparator.<LogEvent, Instant>comparing(event -> event.time().getOrElse(Instant.MIN))
          .reversed();

  private final StoredExecutions executions;
  private final RecoveryInstances instances;

  ReadJobLogs(StoredExecutions executions, RecoveryInstances instances) {
    this.executions = executions;
    this.instances = instances;
  }

  /** The events of a wave's job, the newest first, or why there are none. */
  public record JobLog(int waveNumber, JobId job, Either<String, Vector<LogEvent>> events) {}

  /**
   * The log of every wave that has a job, or of the one whose job is {@code wanted}; what DRS does
   * not tell of one wave leaves the others as they are. Throws {@link
   * io.drsorchestrator.application.ExecutionNotFoundException}.
   */
  public Vector<JobLog> read(ExecutionId id, Option<JobId> wanted) {
    return executions
        .recorded(executions.get(id))
        .filter(recorded -> wanted.forAll(recorded.job()::equals))
        .map(
            recorded ->
                new JobLog(recorded.wave().number().value(), recorded.job(), log(recorded)));
  }

  private Either<String, Vector<LogEvent>> log(RecordedJob recorded) {
    try {
      return recorded
          .scope()
          .map(scope -> instances.log(scope, recorded.job()))
          .map(ReadJobLogs::newestFirst)
          .toEither(() -> "Nothing on record tells in which Region the job runs");
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return Left(String.valueOf(e.getMessage()));
    }
  }

  /** Of events at the same moment DRS tells the newest last. */
  private static Vector<LogEvent> newestFirst(Vector<LogEvent> log) {
    return log.reverse().sorted(NEWEST_FIRST);
  }
}
