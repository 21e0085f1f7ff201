package io.drsorchestrator.local.aws.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.local.aws.RunningAws;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** SNS as the client of the SDK sees it. */
class PublishingTest {

  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:topic";

  private final RunningAws running = RunningAws.with(builder -> builder);

  @AfterEach
  void stop() {
    running.close();
  }

  private String publish(UnaryOperator<PublishRequest.Builder> request) {
    var whole = request.apply(PublishRequest.builder().topicArn(TOPIC).message("text"));
    return running.sns().publish(whole.build()).messageId();
  }

  @Test
  void subscribers_get_what_was_published() {
    var got = new ArrayList<Published>();
    running.aws().subscribe(got::add);
    var kind = MessageAttributeValue.builder().dataType("String").stringValue("pause").build();

    assertThat(
            publish(
                r -> r.subject("a & b").message("\u00e9\n<").messageAttributes(Map.of("k", kind))))
        .isNotBlank();

    assertThat(got)
        .containsExactly(new Published(TOPIC, "a & b", "\u00e9\n<", Map.of("k", "pause")));
    assertThat(running.aws().published()).isEqualTo(got);
    assertThat(got.get(0).topic()).isEqualTo("topic");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "\u00fc", " blank", "tab\t"})
  void a_subject_is_one_line_of_ascii(String subject) {
    assertThatThrownBy(() -> publish(r -> r.subject(subject)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Subject");
  }

  @Test
  void a_subject_has_less_than_a_hundred_characters() {
    assertThat(publish(r -> r.subject("x".repeat(99)))).isNotBlank();
    assertThatThrownBy(() -> publish(r -> r.subject("x".repeat(100))))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void a_topic_of_another_place_does_not_exist() {
    var elsewhere = TOPIC.replace("us-east-1", "eu-west-1");

    assertThatThrownBy(() -> publish(r -> r.topicArn(elsewhere)))
        .isInstanceOf(NotFoundException.class);
    assertThat(running.aws().published()).isEmpty();
  }
}
