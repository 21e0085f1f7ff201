package io.drsorchestrator.adapter.out.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.adapter.out.LoopbackEndpoint;
import io.drsorchestrator.adapter.out.LoopbackEndpoint.Answer;
import io.drsorchestrator.adapter.out.SdkClients;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.Tuple;
import io.vavr.collection.Vector;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class SideBySideTest {

  private static final ExecutionId ID = new ExecutionId("execution-1");
  private static final Answer NO_ITEMS = Answer.of(200, "{\"items\":[]}");

  private Vector<PollReport> reports = Vector.empty();
  private final SideBySide calls =
      new SideBySide(Duration.ofMinutes(1), this::told, System::nanoTime);

  private void told(PollReport report) {
    reports = reports.append(report);
  }

  private static DrsClient drs(URI endpoint) {
    return SdkClients.build(
        DrsClient.builder().endpointOverride(endpoint).credentialsProvider(credentials()),
        "eu-west-1");
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));
  }

  @Test
  void counts_what_a_poll_calls_on_whatever_thread_and_what_the_sdk_repeats() {
    try (var endpoint =
        LoopbackEndpoint.answering(Answer.error(500, "InternalServerException"), NO_ITEMS)) {
      var drs = drs(endpoint.uri());
      assertThat(drs.describeJobs(r -> {}).items()).as("of no poll").isEmpty();

      calls.during(
          ID,
          () ->
              calls.all(
                  () -> drs.describeJobs(r -> {}).items(),
                  () -> drs.describeRecoveryInstances(r -> {}).items(),
                  () -> drs.describeRecoveryInstances(r -> {}).items()));

      assertThat(reports.single().executionId()).isEqualTo("execution-1");
      assertThat(reports.single().calls().toVector())
          .containsExactly(
              Tuple.of("drs.DescribeJobs", 1), Tuple.of("drs.DescribeRecoveryInstances", 2));
      assertThat(reports.single().retries()).isZero();
      assertThat(endpoint.requests()).as("with the retry of the first").hasSize(5);
    }
  }

  @Test
  void counts_what_the_sdk_repeats() {
    try (var endpoint =
        LoopbackEndpoint.answering(Answer.error(500, "InternalServerException"), NO_ITEMS)) {
      var drs = drs(endpoint.uri());

      calls.during(ID, () -> drs.describeJobs(r -> {}).items());

      assertThat(reports.single().retries()).isEqualTo(1);
      assertThat(reports.single().requests()).isEqualTo(2);
    }
  }

  /** Each waits for the others to have begun. */
  @Test
  void asks_three_questions_at_the_same_time() {
    var begun = new CountDownLatch(3);

    var answers = calls.all(() -> meets(begun), () -> meets(begun), () -> meets(begun));

    assertThat(answers).isEqualTo(Tuple.of(true, true, true));
  }

  @Test
  void asks_two_questions_at_the_same_time() {
    var begun = new CountDownLatch(2);

    assertThat(calls.both(() -> meets(begun), () -> meets(begun))).isEqualTo(Tuple.of(true, true));
  }

  private static boolean meets(CountDownLatch begun) {
    begun.countDown();
    try {
      return begun.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Lambda freezes the process right after: a call under way would wake up in another poll. */
  @Test
  void no_question_outlives_one_that_fails() {
    var ended = new AtomicBoolean();

    assertThatThrownBy(
            () ->
                calls.both(
                    () -> {
                      throw new IllegalStateException("first");
                    },
                    () -> {
                      sleep();
                      ended.set(true);
                      return 1;
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("first");
    assertThat(ended).isTrue();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("poll-question"));
  }

  @Test
  void a_fault_on_another_thread_is_a_fault_of_the_poll() {
    assertThatThrownBy(
            () ->
                calls.all(
                    () -> 1,
                    () -> 2,
                    () -> {
                      throw new StackOverflowError("third");
                    }))
        .isInstanceOf(StackOverflowError.class);
  }

  private static void sleep() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_poll_whose_time_is_used_up_asks_no_more_but_still_writes() {
    var hasty = new SideBySide(Duration.ZERO, this::told, System::nanoTime);
    try (var endpoint = LoopbackEndpoint.answering(Answer.of(200, "{}"))) {
      var drs = drs(endpoint.uri());
      var dynamoDb =
          SdkClients.build(
              DynamoDbClient.builder()
                  .endpointOverride(endpoint.uri())
                  .credentialsProvider(credentials()),
              "eu-west-1");

      assertThatThrownBy(
              () ->
                  hasty.during(
                      ID, () -> AwsFaults.ask("DescribeJobs", () -> drs.describeJobs(r -> {}))))
          .isInstanceOf(AwsUnavailableException.class)
          .hasMessageContaining("no time left");
      assertThat(endpoint.requests()).isEmpty();

      hasty.during(ID, dynamoDb::listTables);
      assertThat(endpoint.requests()).hasSize(1);
    }
  }

  @Test
  void tells_what_a_poll_had_to_do_without() {
    calls.during(
        ID,
        () -> {
          calls.degraded("no EC2");
          return 1;
        });
    calls.degraded("of nobody");

    assertThat(reports.single().warnings()).containsExactly("no EC2");
  }

  @Test
  void tells_of_a_poll_that_fails() {
    assertThatThrownBy(
            () ->
                calls.during(
                    ID,
                    () -> {
                      throw new IllegalStateException("store");
                    }))
        .hasMessage("store");

    assertThat(reports).hasSize(1);
  }
}
