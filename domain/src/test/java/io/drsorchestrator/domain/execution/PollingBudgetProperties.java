package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What a wave's polls spend of its state machine's 25,000 history events, whatever DRS answers or
 * does not answer, until the wave has ended (NFR-2.3).
 */
class PollingBudgetProperties {

  private static final int EVENTS_A_POLL = 9;
  private static final int HALF_A_HISTORY = 12_500;

  /** How DRS answers one look. */
  enum Answer {
    NOTHING,
    NO_JOB,
    PENDING,
    LAUNCHING,
    ALL_BUT_THE_END,
    UNDECIDED_AT_THE_END
  }

  @Property(tries = 200)
  void a_wave_ends_within_half_of_a_history(@ForAll("answers") List<Answer> answers) {
    Wave wave = SampleWaves.running(SampleWaves.plan(0));
    Instant now = NOON;
    int polls = 0;
    while (wave instanceof RunningWave running) {
      now = now.plus(PollingInterval.of(running, now));
      wave = look(running, answers.get(Math.min(polls, answers.size() - 1)), now);
      polls++;
    }

    assertThat(polls * EVENTS_A_POLL).isLessThan(HALF_A_HISTORY);
    assertThat(now).isBefore(NOON.plus(POLICY.deadline()).plusSeconds(300));
  }

  private static Wave look(RunningWave wave, Answer answer, Instant now) {
    return seen(wave, answer)
        .map(seen -> wave.observe(seen, now, POLICY))
        .getOrElse(() -> wave.unanswered(now, POLICY));
  }

  private static Option<JobObservation> seen(RunningWave wave, Answer answer) {
    return switch (answer) {
      case NOTHING -> Option.none();
      case NO_JOB -> Option.some(SampleWaves.noJob());
      case PENDING -> Option.some(SampleWaves.working(wave, LaunchStatus.PENDING));
      case LAUNCHING -> Option.some(SampleWaves.working(wave, LaunchStatus.IN_PROGRESS));
      case ALL_BUT_THE_END ->
          Option.some(SampleWaves.working(wave, LaunchStatus.LAUNCHED, LaunchStatus.LAUNCHED));
      case UNDECIDED_AT_THE_END -> Option.some(SampleWaves.over(wave, LaunchStatus.LAUNCHED));
    };
  }

  /** The last one is given for ever. */
  @Provide
  Arbitrary<List<Answer>> answers() {
    return Arbitraries.of(Answer.class).list().ofMinSize(1).ofMaxSize(6);
  }
}
