package io.drsorchestrator.adapter.out.sns;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.adapter.out.SdkClients;
import io.drsorchestrator.application.port.Notifications;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Notifications as messages of SNS (contract 7.5): one quick attempt each. */
public final class SnsNotifications implements Notifications {

  private final ConcurrentMap<String, SnsClient> byRegion = new ConcurrentHashMap<>();
  private final Topics topics;
  private final Function<String, SnsClient> clients;

  /** By the client that {@code clients} has for a Region. */
  public SnsNotifications(Topics topics, Function<String, SnsClient> clients) {
    this.topics = topics;
    this.clients = clients;
  }

  /** In the Regions of the topics; a client is built when it is first needed. */
  public static SnsNotifications of(Topics topics) {
    return new SnsNotifications(topics, SnsNotifications::client);
  }

  /** A client that tries once: nobody waits for a message. */
  public static SnsClient client(String region) {
    return SdkClients.buildBriefly(SnsClient.builder(), region);
  }

  @Override
  public void send(Notification notification) {
    topics.of(notification.kind()).forEach(topic -> publish(topic, notification));
  }

  private void publish(String topic, Notification notification) {
    var client = byRegion.computeIfAbsent(region(topic), clients);
    AwsFaults.ask(
        "Publish",
        () ->
            client.publish(
                request ->
                    request
                        .topicArn(topic)
                        .subject(Subject.of(notification.subject()))
                        .message(notification.text())
                        .messageAttributes(attributes(notification))));
  }

  private static Map<String, MessageAttributeValue> attributes(Notification notification) {
    return Map.of(
        "recoveryPlanId", attribute(notification.key().planId().value()),
        "eventType", attribute(notification.kind().name().toLowerCase(Locale.ROOT)));
  }

  private static MessageAttributeValue attribute(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  /** A topic lives in the Region that its ARN names, wherever the function runs. */
  private static String region(String topic) {
    var parts = topic.split(":", -1);
    if (parts.length != 6 || !parts[2].equals("sns") || parts[3].isBlank()) {
      throw new IllegalArgumentException("'%s' is no ARN of an SNS topic".formatted(topic));
    }
    return parts[3];
  }
}
