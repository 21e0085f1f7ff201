package io.drsorchestrator.local.aws.sns;

import java.util.Map;

/** A message as its subscribers get it. */
public record Published(
    String topicArn, String subject, String message, Map<String, String> attributes) {

  /** The last part of the topic's ARN. */
  public String topic() {
    return topicArn.substring(topicArn.lastIndexOf(':') + 1);
  }
}
