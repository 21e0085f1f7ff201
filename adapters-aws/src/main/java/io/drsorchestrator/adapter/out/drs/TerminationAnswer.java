package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.application.port.RecoveryInstances.Refused;
import io.vavr.control.Option;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.drs.model.TerminateRecoveryInstancesResponse;

/** What an answer to TerminateRecoveryInstances says. */
final class TerminationAnswer {

  static final String OPERATION = "TerminateRecoveryInstances";

  /** What DRS says of an id that it does not accept. */
  private static final Set<String> INVALID =
      Set.of("ResourceNotFoundException", "ValidationException");

  private TerminationAnswer() {}

  static JobView started(TerminateRecoveryInstancesResponse answer) {
    return Option.of(answer.job())
        .flatMap(JobViews::of)
        .getOrElseThrow(TerminationAnswer::namesNoJob);
  }

  /** Throws what is no refusal of these instances: silence, or want of a permission. */
  static Refused refused(AwsServiceException answer) {
    if (AwsFaults.isTransient(answer)) {
      throw AwsFaults.translated(OPERATION, answer);
    }
    return new Refused(AwsFaults.describe(answer), why(answer));
  }

  private static Refused.Why why(AwsServiceException answer) {
    if (answer.statusCode() == 409) {
      return Refused.Why.CONFLICT;
    }
    if (answer.statusCode() == 402) {
      return Refused.Why.QUOTA;
    }
    if (INVALID.contains(AwsFaults.errorCode(answer))) {
      return Refused.Why.INVALID;
    }
    throw AwsFaults.translated(OPERATION, answer);
  }

  private static AwsUnavailableException namesNoJob() {
    var message = OPERATION + ": the answer names no job";
    return new AwsUnavailableException(message, new IllegalStateException(message));
  }
}
