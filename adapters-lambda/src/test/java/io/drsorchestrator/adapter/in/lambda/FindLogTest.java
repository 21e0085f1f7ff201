package io.drsorchestrator.adapter.in.lambda;

import static io.drsorchestrator.adapter.in.lambda.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.adapter.out.log.CapturedLog;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

/** What is counted of a find: that it went through, and each execution that it could not help. */
final class FindLogTest {

  @Test
  void says_that_it_went_through_although_there_was_nothing_to_do() {
    assertThat(FindLog.lines(Vector.empty()))
        .containsExactly(json("{'event':'FindEnded','executionsFound':0,'executionsNotHelped':0}"));
  }

  @Test
  void names_each_execution_that_could_not_be_helped_and_why() {
    var lines = FindLog.lines(Vector.of(SampleFinds.HELPED, SampleFinds.NOT_HELPED));

    assertThat(lines).hasSize(2);
    assertThat(lines.head().path("event").asText()).isEqualTo("ExecutionNotHelped");
    assertThat(lines.head().path("executionId").asText()).isEqualTo("execution-2");
    assertThat(lines.head().path("error").asText()).isEqualTo("no \"such\" thing\nat all");
    assertThat(lines.head().toString()).as("one line").doesNotContain("\n");
    assertThat(lines.last())
        .isEqualTo(json("{'event':'FindEnded','executionsFound':2,'executionsNotHelped':1}"));
  }

  /** The patterns of the alarms look at these lines (AlarmsTest of local). */
  @Test
  void the_fields_stand_in_the_line_of_the_log() {
    var lines = CapturedLog.json(SampleFinds::log);

    assertThat(lines.map(line -> line.path("event").asText()))
        .containsExactly("ExecutionNotHelped", "FindEnded");
    assertThat(lines.head().path("executionId").asText()).isEqualTo("execution-2");
    assertThat(lines.last().path("executionsNotHelped").isInt()).isTrue();
  }
}
