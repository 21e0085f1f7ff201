package io.drsorchestrator.adapter.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

class AwsFaultsTest {

  @ParameterizedTest
  @CsvSource({
    "500, InternalServerException",
    "503, RequestLimitExceeded",
    "429, ThrottlingException",
    "400, ThrottlingException",
    "400, RequestLimitExceeded",
    "408, RequestTimeout",
    "403, ExpiredTokenException",
    "403, RequestTimeTooSkewed",
    "301, MovedPermanently"
  })
  void may_differ_next_time(int status, String code) {
    assertThat(AwsFaults.translated("Ask", answer(status, code)))
        .isInstanceOf(AwsUnavailableException.class)
        .hasMessageStartingWith("Ask: ");
  }

  @ParameterizedTest
  @CsvSource({
    "400, ValidationException",
    "400, UninitializedAccountException",
    "403, AccessDeniedException",
    "404, ResourceNotFoundException",
    "409, ConflictException",
    "402, ServiceQuotaExceededException"
  })
  void a_refusal_is_the_last_word(int status, String code) {
    var refusal = answer(status, code);

    assertThat(AwsFaults.translated("Ask", refusal))
        .isInstanceOf(AwsRefusedException.class)
        .hasCause(refusal);
  }

  @Test
  void no_answer_may_differ_next_time() {
    assertUnavailable(SdkClientException.create("connection reset"));
    assertUnavailable(ApiCallTimeoutException.create(25_000));
    assertUnavailable(ApiCallAttemptTimeoutException.create(10_000));
  }

  @Test
  void describes_a_refusal_in_one_line() {
    assertThat(AwsFaults.describe(answer(400, "ValidationException")))
        .isEqualTo("told (ValidationException, HTTP 400)");
  }

  private static void assertUnavailable(SdkException fault) {
    assertThatThrownBy(
            () ->
                AwsFaults.ask(
                    "Ask",
                    () -> {
                      throw fault;
                    }))
        .isInstanceOf(AwsUnavailableException.class)
        .hasCause(fault);
  }

  private static AwsServiceException answer(int status, String code) {
    return AwsServiceException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("told").build())
        .build();
  }
}
