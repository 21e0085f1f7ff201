package io.drsorchestrator.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.aws.drs.JobState;
import io.drsorchestrator.local.stepfunctions.ExecutionStatus;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The handler under the real runtime interface client, killed with {@code kill -9} again and again
 * while a plan runs: it still ends as it should, with one job per wave (I9).
 */
final class KilledHandlerTest {

  private static final int KILLS = 25;
  private static final long SEED = 20260126;

  @Test
  void a_plan_survives_a_handler_that_is_killed_at_random_moments() throws InterruptedException {
    try (var run = PlanRun.inProcesses("three-tiers.json")) {
      var kills = new AtomicInteger();
      var killer = new Thread(() -> kill(run, kills), "killer");
      killer.setDaemon(true);
      killer.start();
      run.resumeAtGates();
      var ended = run.untilEnd();
      killer.interrupt();
      killer.join();

      assertThat(kills.get()).as("kills").isPositive();
      assertThat(ended.path("status").asText()).isEqualTo("COMPLETED");
      assertThat(ended.path("completedWaves").asInt()).isEqualTo(3);
      assertThat(run.system().aws().jobs()).extracting(JobState::type).hasSize(3);
      assertThat(run.endedWorkflow().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(run.history())
          .filteredOn(image -> image.status().equals("COMPLETED"))
          .extracting(ItemHistory.Image::waves)
          .containsOnly(List.of("COMPLETED", "COMPLETED", "COMPLETED"));
    }
  }

  /** Long enough apart for a new process to get going, and often in the midst of an operation. */
  private static void kill(PlanRun run, AtomicInteger kills) {
    var random = new Random(SEED);
    try {
      while (kills.get() < KILLS) {
        Thread.sleep(400 + random.nextInt(2000));
        run.system().killHandler();
        kills.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
