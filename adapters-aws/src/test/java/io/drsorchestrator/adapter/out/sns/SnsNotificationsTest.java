package io.drsorchestrator.adapter.out.sns;

import static io.drsorchestrator.domain.execution.Executions.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.adapter.out.LoopbackEndpoint;
import io.drsorchestrator.adapter.out.LoopbackEndpoint.Answer;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.Notifications;
import io.drsorchestrator.application.port.Notifications.Kind;
import io.drsorchestrator.application.port.Notifications.Notification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as SNS gets them, from the client that is built for Lambda. */
class SnsNotificationsTest {

  private static final String PREFIX = "arn:aws:sns:eu-west-3:111122223333:";
  private static final Topics TOPICS =
      new Topics(PREFIX + "executions", PREFIX + "alerts", PREFIX + "pauses");
  private static final Answer TAKEN =
      Answer.of(
          200,
          "<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>");

  private final List<String> settings = new ArrayList<>();

  @AfterEach
  void restoreSettings() {
    settings.forEach(System::clearProperty);
  }

  private Notifications at(String uri, Topics topics) {
    set("aws.endpointUrlSns", uri);
    set("aws.accessKeyId", "id");
    set("aws.secretAccessKey", "key");
    return SnsNotifications.of(topics);
  }

  private void set(String setting, String value) {
    assertThat(System.setProperty(setting, value)).isNull();
    settings.add(setting);
  }

  private static Notification notification(Kind kind) {
    return new Notification(
        kind, KEY, "DRS drill waits: Ligne \u00e9t\u00e9", "text\nsecond line \u00e9");
  }

  @ParameterizedTest
  @CsvSource({
    "START, executions, start",
    "COMPLETE, executions, complete",
    "CANCEL, executions, cancel",
    "FAIL, alerts, fail",
    "PAUSE, pauses, pause",
    "PAUSE_REMINDER, pauses, pause_reminder",
    "DRILL_REMINDER, executions, drill_reminder"
  })
  void each_kind_goes_to_the_topic_of_the_contract(Kind kind, String topic, String eventType) {
    try (var endpoint = LoopbackEndpoint.answering(TAKEN)) {
      at(endpoint.uri().toString(), TOPICS).send(notification(kind));

      var request = endpoint.requests().single();
      assertThat(request.authorization()).contains("/eu-west-3/sns/aws4_request");
      var body = URLDecoder.decode(request.body(), StandardCharsets.UTF_8);
      assertThat(body)
          .contains(
              "Action=Publish",
              "TopicArn=" + PREFIX + topic,
              "Subject=DRS drill waits: Ligne ete",
              "Message=text\nsecond line \u00e9",
              "Value.StringValue=" + eventType,
              "Name=recoveryPlanId",
              "Value.StringValue=" + KEY.planId().value());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_topic_that_is_missing_is_off(Kind kind) {
    try (var endpoint = LoopbackEndpoint.answering(TAKEN)) {
      at(endpoint.uri().toString(), new Topics("", " ", "")).send(notification(kind));

      assertThat(endpoint.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"executions", "arn:aws:sqs:eu-west-3:111122223333:x", "a:b:sns::d:e"})
  void what_is_no_topic_is_named(String topic) {
    assertThatThrownBy(
            () -> SnsNotifications.of(new Topics(topic, "", "")).send(notification(Kind.START)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + topic + "' is no ARN of an SNS topic");
  }

  @Test
  void it_is_tried_once() {
    try (var endpoint = LoopbackEndpoint.answering(Answer.of(500, "<ErrorResponse/>"))) {
      var sns = at(endpoint.uri().toString(), TOPICS);

      assertThatThrownBy(() -> sns.send(notification(Kind.FAIL)))
          .isInstanceOf(AwsUnavailableException.class);
      assertThat(endpoint.requests()).hasSize(1);
    }
  }

  @Test
  void a_refusal_says_why() {
    var refusal =
        "<ErrorResponse><Error><Code>NotFound</Code><Message>Topic does not exist</Message></Error>"
            + "</ErrorResponse>";
    try (var endpoint = LoopbackEndpoint.answering(Answer.of(404, refusal))) {
      var sns = at(endpoint.uri().toString(), TOPICS);

      assertThatThrownBy(() -> sns.send(notification(Kind.FAIL)))
          .isInstanceOf(AwsRefusedException.class)
          .hasMessageContaining("Topic does not exist (NotFound, HTTP 404)");
    }
  }

  /** A server that accepts the connection and never says a word. */
  @Test
  void an_sns_that_hangs_holds_nobody_up_for_long() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var sns = at("http://127.0.0.1:" + silent.getLocalPort(), TOPICS);
      fails(sns);

      long started = System.nanoTime();
      fails(sns);

      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
    }
  }

  private static void fails(Notifications sns) {
    assertThatThrownBy(() -> sns.send(notification(Kind.START)))
        .isInstanceOf(AwsUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {98, 99, 100, 300})
  void a_subject_is_never_too_long(int length) {
    assertThat(Subject.of("x".repeat(length))).hasSize(Math.min(length, 99));
  }

  @ParameterizedTest
  @CsvSource({
    "'Z\u00fcrich \u2013 \u591c\u9593', 'Zurich ? ??'",
    "'a\nb\r\n\tc', 'a b c'",
    "'  x  ', 'x'",
    "'\uD83D\uDE80', '?'",
    "' ', 'DRS'"
  })
  void a_subject_is_one_line_of_ascii(String text, String subject) {
    assertThat(Subject.of(text)).isEqualTo(subject);
  }
}
