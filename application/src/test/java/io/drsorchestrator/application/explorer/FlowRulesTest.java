package io.drsorchestrator.application.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.explorer.Order.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link FlowRules} assumes of the state machines is what their definitions say. */
final class FlowRulesTest {

  @ParameterizedTest
  @CsvSource({
    "execution, RUN_WAVE, RecoverWave",
    "execution, START_WAVE, RecoverWave",
    "execution, AWAIT_WAVE, RecoverWave",
    "execution, PAUSE, PauseBeforeWave",
    "execution, FINALIZE, AllWavesComplete",
    "execution, FAIL, RecordFailure",
    "execution, CANCEL, RecordCancellation",
    "execution, DONE, RecordedOutcome",
    "execution, COMPLETED, ExecutionCompleted",
    "execution, FAILED, ExecutionFailed",
    "execution, CANCELLED, ExecutionCancelled",
    "wave, START_WAVE, WaitToStart",
    "wave, AWAIT_WAVE, WaitForWave"
  })
  void a_word_leads_where_it_is_modelled(String machine, String word, String state)
      throws IOException {
    var choice = "\"StringEquals\": \"" + word + "\"[^{]*?\"Next\": \"(\\w+)\"";
    var several = "\"StringEquals\": \"" + word + "\"\\s*}[^\\]]*]\\s*,\\s*\"Next\": \"(\\w+)\"";

    assertThat(first(machine, choice + "|" + several)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE, CreateExecution, RecordGivingUp",
    "PAUSE, PauseBeforeWave, ReadAgain",
    "RESUME, ResumeExecution, ReadAgain",
    "FINALIZE, FinalizeExecution, ReadAgain",
    "UPDATE, RecordFailure, ReadAgain",
    "UPDATE, RecordCancellation, ReadAgain",
    "START_WAVE, RecoverWave, ReadAgain",
    "READ_AGAIN, ReadAgain, RecordGivingUp",
    "GIVE_UP, RecordGivingUp, OutcomeNotRecorded"
  })
  void an_error_is_caught_where_it_is_modelled(Kind task, String state, String caught)
      throws IOException {
    var next = FlowRules.caught(Flow.due(Order.of(task)));
    var modelled =
        switch (next.due().kind()) {
          case GIVE_UP -> "RecordGivingUp";
          case READ_AGAIN -> "ReadAgain";
          default -> "OutcomeNotRecorded";
        };

    assertThat(modelled).isEqualTo(caught);
    assertThat(
            first(
                "execution",
                "\"" + state + "\": \\{.*?\"ResultPath\": \"\\$.error\",\\s*\"Next\": \"(\\w+)\""))
        .isEqualTo(caught);
  }

  private static String first(String machine, String regex) throws IOException {
    var text = Files.readString(Path.of("..", "cfn", machine + ".asl.json"));
    var found = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
    assertThat(found.find()).as(regex).isTrue();
    var group = found.group(1);
    return group != null ? group : String.valueOf(found.group(found.groupCount()));
  }
}
