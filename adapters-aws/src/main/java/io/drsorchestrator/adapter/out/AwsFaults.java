package io.drsorchestrator.adapter.out;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What an exception of the SDK means: {@link AwsRefusedException}, AWS's last word, or {@link
 * AwsUnavailableException}, after which nothing is known and trying again may help.
 */
public final class AwsFaults {

  /** Credentials that have run out come with a 4xx status, and are renewed by themselves. */
  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");

  private AwsFaults() {}

  /** The answer of {@code call}, whose SDK exceptions are translated. */
  public static <T> T ask(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw translated(operation, e);
    }
  }

  /** The exception to throw for {@code fault}. */
  public static RuntimeException translated(String operation, SdkException fault) {
    return isTransient(fault)
        ? new AwsUnavailableException(operation + ": " + fault.getMessage(), fault)
        : new AwsRefusedException(operation + ": " + refusal(fault), fault);
  }

  private static String refusal(SdkException fault) {
    return fault instanceof AwsServiceException answer
        ? describe(answer)
        : String.valueOf(fault.getMessage());
  }

  /** Whether the outcome is unknown or may differ next time: all but a plain 4xx answer. */
  public static boolean isTransient(SdkException fault) {
    return !(fault instanceof AwsServiceException answer)
        || !isClientError(answer.statusCode())
        || isThrottling(answer)
        || answer.statusCode() == 408
        || answer.isClockSkewException()
        || EXPIRED.contains(errorCode(answer));
  }

  /** Whether AWS did not even look at the request, for want of capacity. */
  public static boolean isThrottling(AwsServiceException answer) {
    return answer.statusCode() == 429 || answer.isThrottlingException();
  }

  /** AWS's name of the error, such as {@code ValidationException}; empty if it has none. */
  public static String errorCode(AwsServiceException answer) {
    return AwsText.present(details(answer).errorCode()).getOrElse("");
  }

  /** One line for people: AWS's own message, error name and status. */
  public static String describe(AwsServiceException answer) {
    var message =
        AwsText.present(details(answer).errorMessage())
            .orElse(AwsText.present(answer.getMessage()))
            .getOrElse("no message");
    return AwsText.truncated(
        "%s (%s, HTTP %d)".formatted(message, errorCode(answer), answer.statusCode()), 500);
  }

  private static boolean isClientError(int status) {
    return status >= 400 && status < 500;
  }

  private static AwsErrorDetails details(AwsServiceException answer) {
    var details = answer.awsErrorDetails();
    return details == null ? AwsErrorDetails.builder().build() : details;
  }
}
