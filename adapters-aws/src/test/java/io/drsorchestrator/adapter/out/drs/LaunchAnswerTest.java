package io.drsorchestrator.adapter.out.drs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.drsorchestrator.adapter.out.Scopes;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.RecoveryJobs.Launch;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Postponed;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Rejected;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.ServersBusy;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.AccessDeniedException;
import software.amazon.awssdk.services.drs.model.ConflictException;
import software.amazon.awssdk.services.drs.model.DrsException;
import software.amazon.awssdk.services.drs.model.InternalServerException;
import software.amazon.awssdk.services.drs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.drs.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.drs.model.StartRecoveryRequest;
import software.amazon.awssdk.services.drs.model.ThrottlingException;
import software.amazon.awssdk.services.drs.model.UninitializedAccountException;
import software.amazon.awssdk.services.drs.model.ValidationException;

/** Each way in which StartRecovery can fail, and what it means for the wave. */
class LaunchAnswerTest {

  private final DrsClient drs = mock(DrsClient.class);

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(told(ServiceQuotaExceededException.builder(), 402), Postponed.class),
        Arguments.of(told(ThrottlingException.builder(), 429), Postponed.class),
        Arguments.of(undeclared(429, "TooManyRequestsException"), Postponed.class),
        Arguments.of(undeclared(400, "ThrottlingException"), Postponed.class),
        Arguments.of(told(ConflictException.builder(), 409), ServersBusy.class),
        Arguments.of(told(ValidationException.builder(), 400), Rejected.class),
        Arguments.of(told(ResourceNotFoundException.builder(), 404), Rejected.class),
        Arguments.of(told(AccessDeniedException.builder(), 403), Rejected.class),
        Arguments.of(told(UninitializedAccountException.builder(), 400), Rejected.class),
        Arguments.of(undeclared(400, "SomethingNew"), Rejected.class));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_decides_about_the_launch(
      DrsException answer, Class<? extends LaunchResult> meaning) {
    assertThat(start(answer)).isInstanceOf(meaning).asString().contains("why it is so");
  }

  static Stream<SdkException> unknownOutcomes() {
    return Stream.of(
        told(InternalServerException.builder(), 500),
        undeclared(503, "ServiceUnavailable"),
        undeclared(408, "RequestTimeout"),
        undeclared(403, "ExpiredTokenException"),
        ApiCallTimeoutException.create(25_000),
        ApiCallAttemptTimeoutException.create(25_000),
        SdkClientException.create("connection reset"));
  }

  @ParameterizedTest
  @MethodSource("unknownOutcomes")
  void an_unknown_outcome_is_a_fault_and_never_an_answer(SdkException fault) {
    assertThatThrownBy(() -> start(fault))
        .isInstanceOf(AwsUnavailableException.class)
        .hasCause(fault);
  }

  @Test
  void a_full_quota_is_tried_again_after_a_minute() {
    assertThat(waitAfter(told(ServiceQuotaExceededException.builder(), 402))).hasSeconds(60);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"12, 12", "' 12 ', 12", "null, 30", "'', 30", "0, 30", "-5, 30", "soon, 30"})
  void throttling_is_waited_out_as_long_as_drs_says(@Nullable String retryAfter, int seconds) {
    var throttled = ThrottlingException.builder().retryAfterSeconds(retryAfter);

    assertThat(waitAfter(told(throttled, 429))).hasSeconds(seconds);
  }

  private Duration waitAfter(SdkException answer) {
    return ((Postponed) start(answer)).retryAfter();
  }

  private LaunchResult start(SdkException answer) {
    when(drs.startRecovery(any(StartRecoveryRequest.class))).thenThrow(answer);
    return new DrsRecoveryJobs(scope -> drs)
        .start(
            Scopes.HERE,
            new Launch(
                Scopes.KEY,
                WaveNumber.FIRST,
                ExecutionType.DRILL,
                Vector.of(new SourceServerId("s-1"))));
  }

  private static DrsException undeclared(int status, String code) {
    return answer(DrsException.builder(), status, code);
  }

  private static DrsException told(DrsException.Builder builder, int status) {
    return answer(builder, status, "Declared");
  }

  private static DrsException answer(DrsException.Builder builder, int status, String code) {
    return (DrsException)
        builder
            .statusCode(status)
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode(code).errorMessage("why it is so").build())
            .build();
  }
}
