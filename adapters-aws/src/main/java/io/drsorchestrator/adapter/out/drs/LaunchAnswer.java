package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Postponed;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Rejected;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.ServersBusy;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Started;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.drs.model.ConflictException;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.drs.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.drs.model.StartRecoveryResponse;
import software.amazon.awssdk.services.drs.model.ThrottlingException;

/** What an answer to StartRecovery says about the launch. */
final class LaunchAnswer {

  private static final Duration QUOTA_WAIT = Duration.ofSeconds(60);
  private static final Duration THROTTLING_WAIT = Duration.ofSeconds(30);
  private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,5}");

  private LaunchAnswer() {}

  static LaunchResult started(StartRecoveryResponse answer) {
    return Option.of(answer.job())
        .map(Job::jobID)
        .flatMap(AwsText::present)
        .<LaunchResult>map(id -> new Started(new JobId(id)))
        .getOrElseThrow(LaunchAnswer::namesNoJob);
  }

  /** Throws {@link AwsUnavailableException} if a job may have been started all the same. */
  static LaunchResult refused(AwsServiceException answer) {
    if (answer instanceof ServiceQuotaExceededException || answer.statusCode() == 402) {
      return new Postponed(AwsFaults.describe(answer), QUOTA_WAIT);
    }
    if (AwsFaults.isThrottling(answer)) {
      return new Postponed(AwsFaults.describe(answer), retryAfter(answer));
    }
    if (AwsFaults.isTransient(answer)) {
      throw AwsFaults.translated("StartRecovery", answer);
    }
    return answer instanceof ConflictException || answer.statusCode() == 409
        ? new ServersBusy(AwsFaults.describe(answer))
        : new Rejected("DRS refused to launch: " + AwsFaults.describe(answer));
  }

  private static Duration retryAfter(AwsServiceException answer) {
    return Option.of(answer)
        .filter(ThrottlingException.class::isInstance)
        .flatMap(e -> AwsText.present(((ThrottlingException) e).retryAfterSeconds()))
        .map(String::strip)
        .filter(seconds -> SECONDS.matcher(seconds).matches())
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .getOrElse(THROTTLING_WAIT);
  }

  private static AwsUnavailableException namesNoJob() {
    var message = "StartRecovery: the answer names no job";
    return new AwsUnavailableException(message, new IllegalStateException(message));
  }
}
