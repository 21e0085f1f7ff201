package io.drsorchestrator.adapter.in.lambda;

import static io.drsorchestrator.adapter.in.lambda.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.find.FindExecutions.Found;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is counted of a find: that it went through, and each execution that it could not help. */
final class FindLogTest {

  private static final Found HELPED =
      new Found(new ExecutionId("execution-1"), Either.right(ExecutionStatus.POLLING));
  private static final Found NOT_HELPED =
      new Found(new ExecutionId("execution-2"), Either.left("no \"such\" thing\nat all"));

  @Test
  void says_that_it_went_through_although_there_was_nothing_to_do() {
    assertThat(FindLog.lines(Vector.empty()))
        .containsExactly(json("{'event':'FindEnded','executionsFound':0,'executionsNotHelped':0}"));
  }

  @Test
  void names_each_execution_that_could_not_be_helped_and_why() {
    var lines = FindLog.lines(Vector.of(HELPED, NOT_HELPED));

    assertThat(lines).hasSize(2);
    assertThat(lines.head().path("event").asText()).isEqualTo("ExecutionNotHelped");
    assertThat(lines.head().path("executionId").asText()).isEqualTo("execution-2");
    assertThat(lines.head().path("error").asText()).isEqualTo("no \"such\" thing\nat all");
    assertThat(lines.head().toString()).as("one line").doesNotContain("\n");
    assertThat(lines.last())
        .isEqualTo(json("{'event':'FindEnded','executionsFound':2,'executionsNotHelped':1}"));
  }

  @Test
  void both_words_are_counted() throws IOException {
    var monitoring = Files.readString(Path.of("..", "cfn", "monitoring-stack.yaml"));

    assertThat(monitoring)
        .contains("FilterPattern: " + FindLog.ENDED + "\n")
        .contains("FilterPattern: " + FindLog.NOT_HELPED + "\n");
  }
}
