package io.drsorchestrator.local.aws.sns;

import io.drsorchestrator.local.aws.api.AwsLocation;
import io.drsorchestrator.local.aws.query.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Publish, with the limits that SNS has for topics, subjects, messages and attributes. */
final class Publish {

  private static final int LONGEST_MESSAGE = 256 * 1024;
  private static final String ENTRY = "MessageAttributes.entry.";

  /** Less than 100 characters of printable ASCII that begin with no blank. */
  private static final Pattern SUBJECT = Pattern.compile("[!-~][ -~]{0,98}");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,256}");

  private Publish() {}

  static Published message(AwsLocation location, QueryParameters parameters) {
    return new Published(
        topic(location, parameters.find("TopicArn").orElse("")),
        subject(parameters.find("Subject")),
        message(parameters.find("Message").orElse("")),
        attributes(parameters));
  }

  private static String topic(AwsLocation location, String arn) {
    var own = "arn:aws:sns:%s:%s:".formatted(location.region(), location.accountId());
    if (!arn.startsWith("arn:aws:sns:")) {
      throw SnsErrors.invalid("TopicArn").toException();
    }
    if (!arn.startsWith(own) || arn.length() == own.length()) {
      throw SnsErrors.noTopic().toException();
    }
    return arn;
  }

  private static String subject(Optional<String> subject) {
    if (subject.isPresent() && !SUBJECT.matcher(subject.get()).matches()) {
      throw SnsErrors.invalid("Subject").toException();
    }
    return subject.orElse("");
  }

  private static String message(String message) {
    if (message.isEmpty()) {
      throw SnsErrors.invalid("Empty message").toException();
    }
    if (message.getBytes(StandardCharsets.UTF_8).length > LONGEST_MESSAGE) {
      throw SnsErrors.invalid("Message too long").toException();
    }
    return message;
  }

  private static Map<String, String> attributes(QueryParameters parameters) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 1; parameters.find(ENTRY + i + ".Name").isPresent(); i++) {
      String name = parameters.find(ENTRY + i + ".Name").get();
      String value = parameters.find(ENTRY + i + ".Value.StringValue").orElse("");
      if (!NAME.matcher(name).matches() || value.isEmpty()) {
        throw SnsErrors.invalid("MessageAttributes").toException();
      }
      attributes.put(name, value);
    }
    return attributes;
  }
}
