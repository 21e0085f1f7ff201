package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;
import software.amazon.awssdk.services.drs.model.JobLog;
import software.amazon.awssdk.services.drs.model.JobLogEventData;

/** Why servers failed: a job tells only in its log. */
final class JobFailures {

  private static final int LONGEST_REASON = 300;

  /** The latest failure decides, but one with an explanation before one without. */
  private static final Comparator<JobLog> MOST_TELLING =
      Comparator.<JobLog, Boolean>comparing(JobFailures::explainsTheLaunch)
          .thenComparing(item -> DrsTime.parse(item.logDateTime()).getOrElse(Instant.MIN));

  private JobFailures() {}

  static Map<SourceServerId, String> in(Iterable<JobLog> log) {
    return Vector.ofAll(log)
        .filter(JobFailures::isFailure)
        .filter(item -> server(item).isDefined())
        .groupBy(item -> server(item).get())
        .mapValues(failures -> reason(failures.maxBy(MOST_TELLING).get()));
  }

  private static boolean isFailure(JobLog item) {
    var event = event(item);
    return event.endsWith("_FAIL") || event.endsWith("_FAILED") || event.equals("SERVER_SKIPPED");
  }

  /** A clean-up that failed afterwards is not why the launch failed. */
  private static boolean explainsTheLaunch(JobLog item) {
    return rawError(item).isDefined() && !event(item).equals("CLEANUP_FAIL");
  }

  private static String reason(JobLog failure) {
    return rawError(failure)
        .map(error -> AwsText.truncated(error, LONGEST_REASON))
        .getOrElse(() -> event(failure));
  }

  private static String event(JobLog item) {
    return AwsText.present(item.eventAsString()).getOrElse("");
  }

  private static Option<SourceServerId> server(JobLog item) {
    return Option.of(item.eventData())
        .map(JobLogEventData::sourceServerID)
        .flatMap(AwsText::present)
        .map(SourceServerId::new);
  }

  private static Option<String> rawError(JobLog item) {
    return Option.of(item.eventData()).map(JobLogEventData::rawError).flatMap(AwsText::present);
  }
}
