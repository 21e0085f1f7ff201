package io.drsorchestrator.adapter.in.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is logged of a fault: nobody can write lines into the log with what he sends. */
final class LoggedFaultTest {

  private static final String FORGED = "2026-01-26T12:00:00.000Z INFO lifecycle - execution=forged";

  @Test
  void a_message_cannot_forge_a_line() {
    var fault =
        new IllegalStateException(
            "a\n" + FORGED,
            new IllegalArgumentException("b\r\n" + FORGED + "\u001b[2J\u202e\u2028"));

    var logged = LoggedFault.of(fault);

    assertThat(logged.lines())
        .allMatch(
            line ->
                line.startsWith("java.lang.IllegalStateException: a\\u000a2026")
                    || line.startsWith("Caused by: java.lang.IllegalArgumentException: b\\u000d")
                    || line.startsWith("\tat "));
    assertThat(logged).contains("\\u001b[2J\\u202e\\u2028").contains("LoggedFaultTest.java:");
  }

  @Test
  void what_is_too_long_is_cut_and_a_circle_of_causes_ends() {
    var first = new IllegalStateException("x".repeat(100_000));
    first.initCause(new IllegalStateException("second", first));

    assertThat(LoggedFault.of(first)).hasSizeLessThan(200_000);
    assertThat(LoggedFault.inOneLine(first)).hasSizeLessThan(1_000);
    assertThat(LoggedFault.inOneLine(new IllegalStateException()))
        .isEqualTo("java.lang.IllegalStateException: null");
  }
}
