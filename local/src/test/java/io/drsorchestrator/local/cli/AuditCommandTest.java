package io.drsorchestrator.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says and how it exits. */
final class AuditCommandTest {

  private static final String CREATED =
      line("ExecutionCreated", 0, 1, "", "PENDING", 0, "PENDING")
          .replace("}", ",\"plan\":[{\"name\":\"W\",\"gate\":false}]}");
  private static final String CLAIMED =
      line("WaveClaimed", 1, 2, "PENDING", "POLLING", 0, "POLLING").replace("}", ",\"wave\":0}");

  /** The historical bug. */
  private static final String EARLY =
      line("ExecutionCompleted", 2, 3, "POLLING", "COMPLETED", 0, "POLLING");

  private final StringWriter errors = new StringWriter();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir private Path directory = Path.of("");

  private static String line(
      String event, int before, int version, String from, String status, int done, String wave) {
    return """
        {"logger":"io.drsorchestrator.lifecycle","event":"%s","time":"2026-03-01T12:00:0%dZ","executionId":"e-1","planId":"p","versionBefore":%d,"version":%d,"part":1,"parts":1,"from":"%s","to":"%s","status":"%s","completedWaves":%d,"totalWaves":1,"waves":["%s"],"actor":"a"}"""
        .formatted(event, version, before, version, from, status, status, done, wave);
  }

  private int audit(String... arguments) {
    var out = System.out;
    try (var stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      return DrsLocal.commandLine().setErr(new PrintWriter(errors)).execute(arguments);
    } finally {
      System.setOut(out);
    }
  }

  private String file(String... lines) throws IOException {
    return Files.write(directory.resolve("x.log"), java.util.List.of(lines)).toString();
  }

  private String said() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_consistent_log_is_told_with_its_outcomes() throws IOException {
    assertThat(audit("audit", file("START", CREATED, CLAIMED))).isZero();
    assertThat(said())
        .contains("execution e-1: POLLING, 2 versions: CONSISTENT", "1 of 1 executions");
  }

  @Test
  void what_is_broken_is_told_with_its_line_and_its_invariant() throws IOException {
    var json = directory.resolve("verdicts.json");

    assertThat(audit("audit", file(CREATED, CLAIMED, EARLY), "--json", json.toString()))
        .isEqualTo(2);

    assertThat(said())
        .contains("BROKEN", "line 3: I1 (COMPLETED means", "expected: every wave COMPLETED");
    var verdict = new ObjectMapper().readTree(json.toFile()).path(0);
    assertThat(verdict.path("result").asText()).isEqualTo("BROKEN");
    assertThat(verdict.path("findings").findValuesAsText("rule")).contains("I1", "I12");
    assertThat(verdict.path("findings").path(0).path("line").asInt()).isEqualTo(3);
  }

  @Test
  void what_is_missing_is_told_and_may_be_allowed() throws IOException {
    var file = file(CLAIMED);

    assertThat(audit("audit", file)).isEqualTo(2);
    assertThat(said()).contains("INCOMPLETE", "versions 1 to 1 before this line");
    assertThat(audit("audit", file, "--allow-gaps")).isZero();
  }

  /** A log may say anything, also to a terminal. */
  @Test
  void what_is_printed_is_harmless() throws IOException {
    var id = "e\\u001b[2J\\n";
    var unused = audit("audit", file(CLAIMED.replace("e-1", id)));

    assertThat(said()).contains("execution e?[2J?: POLLING").doesNotContain("\u001b");
  }

  @Test
  void wrong_input_is_one_line_and_64() throws IOException {
    assertThat(audit("audit", directory.resolve("none.log").toString())).isEqualTo(64);
    assertThat(audit("audit", file("nothing", "here"))).isEqualTo(64);
    var binary = Files.write(directory.resolve("b.log"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(audit("audit", binary.toString())).isEqualTo(64);
    assertThat(audit("audit")).isEqualTo(64);
    assertThat(errors.toString().lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith("drs-local: "));
  }
}
