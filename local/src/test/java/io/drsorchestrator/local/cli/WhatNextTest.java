package io.drsorchestrator.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a person at a terminal reads beside the bar of a wave. */
final class WhatNextTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_000);

  private static String of(int wave, String rest) throws JsonProcessingException {
    var document =
        """
        {%s "waves": [
          {"status": "COMPLETED", "startTime": 100, "endTime": 225},
          {"status": "POLLING", "startTime": 940},
          {"status": "PENDING", "pauseBeforeWave": true}]}
        """
            .formatted(rest);
    return new WhatNext(new ObjectMapper().readTree(document)).of(wave, NOW);
  }

  @Test
  void a_completed_wave_says_how_long_it_took() throws JsonProcessingException {
    assertThat(of(0, "")).isEqualTo("COMPLETED in 2:05");
  }

  @Test
  void a_running_wave_says_what_comes_then() throws JsonProcessingException {
    assertThat(of(1, "")).isEqualTo("POLLING, 1:00; then it pauses");
    assertThat(of(1, "\"status\": \"CANCELLING\","))
        .isEqualTo("POLLING, 1:00; then it is cancelled");
  }

  @Test
  void a_gate_says_how_to_go_on() throws JsonProcessingException {
    assertThat(of(2, "")).isEqualTo("PENDING, gate: an operator decides");
    assertThat(of(2, "\"status\": \"PAUSED\", \"pausedBeforeWave\": 2,"))
        .isEqualTo("PAUSED: y resumes, c cancels");
  }
}
