package io.drsorchestrator.local.size;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.size.PlanSize;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.local.aws.dynamodb.DynamoDbTestedStore;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The largest plan at its worst: its item is counted after every write of its life, by other rules
 * than those that accept the plan, and DynamoDB takes every write.
 */
class LargestItemTest {

  /**
   * What is counted for words of AWS that are not invented yet, and numbers that are not reached.
   */
  private static final double SLACK = 0.05;

  private final DynamoDbTestedStore store = DynamoDbTestedStore.start();

  @AfterEach
  void stop() {
    store.close();
  }

  private WorstCase execution(Vector<Integer> waves) {
    return WorstCase.of(store, waves);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 100})
  void never_has_more_bytes_than_were_counted_when_it_was_accepted(int waves) {
    var sizes = LargestPlans.waves(waves);
    var execution = execution(sizes);
    for (int n = 0; n < waves - 1; n++) {
      execution.pauseAndResume().launch().run(LaunchStatus.LAUNCHED);
    }
    execution.pauseAndResume().launch().run(LaunchStatus.FAILED).fail().terminate();

    var counted = LargestPlans.sized(waves, sizes.sum().intValue()).bytes();
    assertThat(execution.largest())
        .isLessThanOrEqualTo(counted)
        .isGreaterThan((int) ((counted - unusedErrors(sizes)) * (1 - SLACK)));
    assertThat(counted).isLessThanOrEqualTo(PlanSize.MOST_BYTES);
    assertThat(execution.recorded().read().status()).isEqualTo(ExecutionStatus.FAILED);
  }

  /** A hundred servers with errors are counted, and one wave has them. */
  private static int unusedErrors(Vector<Integer> sizes) {
    return (100 - sizes.max().get()) * ("error".length() + 1 + 300);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 10, 20, 50, 100})
  void the_document_states_the_limit(int waves) {
    var servers = LargestPlans.sized(waves, 0).mostServers();

    assertThat(Path.of("..", "docs", "limits.md"))
        .content()
        .contains("| %d | %d |".formatted(waves, servers));
  }

  /** Before its first wave, so that all end in one update. */
  @Test
  void a_cancel_ends_the_most_waves_in_one_write() {
    var execution = execution(LargestPlans.waves(PlanSize.MOST_WAVES)).pause().cancel();

    assertThat(execution.recorded().read().status()).isEqualTo(ExecutionStatus.CANCELLED);
  }

  @Test
  void a_cancel_during_the_first_wave_ends_all_others_in_one_write() {
    var execution = execution(LargestPlans.waves(PlanSize.MOST_WAVES)).launch().cancel();

    assertThat(execution.recorded().read().status()).isEqualTo(ExecutionStatus.CANCELLING);
  }

  @Test
  void a_failure_ends_the_most_waves_in_one_write() {
    var execution = execution(LargestPlans.waves(PlanSize.MOST_WAVES)).launch().fail();

    assertThat(execution.recorded().read().status()).isEqualTo(ExecutionStatus.FAILED);
  }
}
