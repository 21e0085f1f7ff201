package io.drsorchestrator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.parallel.Isolated;

/** Executions that have been deleted; what is made of them by mistake disturbs all others. */
@Cases
@Isolated
final class AbsenceCases {

  @Case("AC-4.4")
  void finalize_of_what_is_not_there_creates_nothing(Stage stage) {
    var run = stage.run(stage.waves(1));
    run.remove();
    assertThat(run.workflow("finalize").failed()).isTrue();
    assertThat(run.direct("poll").isRefusal()).isTrue();
    assertThat(run.item()).isEmpty();
  }
}
