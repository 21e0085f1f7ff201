package io.drsorchestrator.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.audit.LogAudit;
import io.drsorchestrator.local.audit.Verdict;
import io.drsorchestrator.local.audit.Verdict.Result;
import io.drsorchestrator.local.aws.scenario.ScenarioReader;
import io.drsorchestrator.local.log.HandlerLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logs of real runs are consistent, and tell how they ended. */
final class AuditedRunsTest {

  private static final String FAILING =
      "{%s, \"servers\": %s}"
          .formatted(
              PlanRun.QUICK,
              """
              [{"match": "app02*", "launches": 1, "fail": {"at": "launch", "reason": "InsufficientInstanceCapacity: no m5.large left in us-east-1a"}}]
              """);

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  private void logged(Supplier<PlanRun> start, Consumer<PlanRun> operator) {
    var log = HandlerLog.to(lines::add);
    try (var run = start.get()) {
      operator.accept(run);
      run.untilEnd();
      run.endedWorkflow();
    } finally {
      log.close();
    }
  }

  private void assertConsistent(String... outcomes) {
    assertThat(LogAudit.of(List.copyOf(lines)))
        .allSatisfy(
            verdict -> {
              assertThat(verdict.findings()).isEmpty();
              assertThat(verdict.result()).isEqualTo(Result.CONSISTENT);
            })
        .extracting(Verdict::outcome)
        .containsExactlyInAnyOrder(outcomes);
  }

  @Test
  void a_drill_of_three_waves_with_a_pause_and_a_gate() {
    logged(
        () -> PlanRun.ofSample("three-tiers.json"),
        run -> {
          run.click("pause", "lunch");
          run.resumeAtGates();
          run.resumeAtGates();
        });

    assertConsistent("COMPLETED");
  }

  @Test
  void a_drill_that_is_cancelled_while_a_wave_runs() {
    logged(
        () -> PlanRun.ofSample("three-tiers.json"),
        run -> {
          run.untilWave(0, "POLLING");
          run.click("cancel", "wrong plan");
        });

    assertConsistent("CANCELLED");
  }

  @Test
  void a_drill_whose_second_wave_fails() {
    logged(
        () -> PlanRun.of(PlanRun.sample("three-tiers.json"), ScenarioReader.parse(FAILING)),
        run -> {});

    assertConsistent("FAILED");
  }

  /** Of several environments, one file: nobody has put the lines in order. */
  @Test
  void a_drill_under_the_real_runtime(@TempDir Path directory) throws IOException {
    var log = directory.resolve("handler.log");
    try (var run = PlanRun.inProcesses("three-tiers.json", log)) {
      run.resumeAtGates();
      run.untilEnd();
      run.endedWorkflow();
    }
    lines.addAll(Files.readAllLines(log));

    assertConsistent("COMPLETED");
    assertThat(lines)
        .filteredOn(line -> line.contains("\"versionBefore\""))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*\"traceId\":\"1-[0-9a-f]{8}-[0-9a-f]{24}\".*"));
  }

  /** One after another in one system, a second one cancelled at its gate. */
  @Test
  void several_in_one_log() {
    logged(
        () -> PlanRun.ofSample("three-tiers.json"),
        run -> {
          run.resumeAtGates();
          run.untilEnd();
          run.endedWorkflow();
          var second = run.again();
          second.until("PAUSED");
          second.click("cancel", "enough");
          second.untilEnd();
          second.endedWorkflow();
        });

    assertConsistent("COMPLETED", "CANCELLED");
  }
}
