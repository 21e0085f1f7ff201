package io.drsorchestrator.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit codes and error lines of {@code drs-local run}. */
final class RunCommandTest {

  private static final String GROUPS =
      "\"protectionGroups\": [{\"groupId\": \"g\", \"region\": \"us-east-1\"}]";
  private static final String SERVERS =
      "\"sourceServers\": [{\"sourceServerId\": \"s-00000000000000011\", \"name\": \"db01\"}]";

  private final StringWriter errors = new StringWriter();

  private int run(String... arguments) {
    return DrsLocal.commandLine().setErr(new PrintWriter(errors)).execute(arguments);
  }

  private void assertRefused(Path directory, String json, String... told) throws IOException {
    var file = Files.writeString(directory.resolve("plan.json"), json);
    assertThat(run("run", file.toString())).isEqualTo(64);
    assertThat(errors.toString().strip().lines()).hasSize(1);
    assertThat(errors.toString()).startsWith("drs-local: ").contains(told);
  }

  private static String plan(String waves) {
    return "{\"plan\": {\"planId\": \"p\", \"planName\": \"P\", \"waves\": [%s]}, %s, %s}"
        .formatted(waves, GROUPS, SERVERS);
  }

  private static String wave(int number, String serverIds) {
    return ("{\"waveNumber\": %d, \"waveName\": \"W\", \"protectionGroupId\": \"g\","
            + " \"serverIds\": [%s]}")
        .formatted(number, serverIds);
  }

  @Test
  void refuses_a_file_that_is_not_json(@TempDir Path directory) throws IOException {
    assertRefused(directory, "waves: 3", "plan.json", "not JSON");
  }

  @Test
  void refuses_an_unknown_server(@TempDir Path directory) throws IOException {
    assertRefused(
        directory,
        plan(wave(0, "\"s-00000000000000099\"")),
        "plan.waves[0].serverIds",
        "s-00000000000000099");
  }

  @Test
  void refuses_a_plan_without_waves(@TempDir Path directory) throws IOException {
    assertRefused(directory, plan(""), "plan.waves", "at least one wave");
  }

  @Test
  void refuses_a_wave_without_servers(@TempDir Path directory) throws IOException {
    assertRefused(directory, plan(wave(0, "")), "plan.waves[0].serverIds", "at least one server");
  }

  @Test
  void refuses_more_than_a_hundred_servers_in_a_wave(@TempDir Path directory) throws IOException {
    var servers =
        IntStream.range(0, 101).mapToObj("\"s-%017x\""::formatted).collect(Collectors.joining(","));
    assertRefused(directory, plan(wave(0, servers)), "plan.waves[0].serverIds", "101", "100");
  }

  @Test
  void refuses_two_waves_with_one_number(@TempDir Path directory) throws IOException {
    var server = "\"s-00000000000000011\"";
    assertRefused(
        directory,
        plan(wave(0, server) + "," + wave(0, server)),
        "plan.waves[1].waveNumber",
        "earlier wave");
  }

  @ParameterizedTest
  @CsvSource({"--time-scale=0", "--type=TEST", "--no-such-option", "missing.json"})
  void refuses_wrong_usage(String argument) {
    assertThat(run("run", argument)).isEqualTo(64);
    assertThat(errors.toString().strip().lines()).hasSize(1);
  }

  @Test
  void writes_the_final_document(@TempDir Path directory) throws IOException {
    var scenario =
        Files.writeString(
            directory.resolve("quick.json"),
            "{\"timings\": {\"pendingSeconds\": [5, 6], \"inProgressSeconds\": [5, 6]}}");
    var json = directory.resolve("result.json");
    assertThat(
            run(
                "run",
                "samples/single-wave.json",
                "--scenario",
                scenario.toString(),
                "--json",
                json.toString()))
        .isZero();
    assertThat(Files.readString(json)).contains("\"status\" : \"COMPLETED\"");
  }

  /** The log of a whole run, for people and for the audit (NFR-3). */
  @Test
  void writes_a_log_that_a_person_can_read_and_the_audit_accepts(@TempDir Path directory)
      throws IOException {
    var scenario =
        Files.writeString(
            directory.resolve("quick.json"),
            "{\"timings\": {\"pendingSeconds\": [5, 6], \"inProgressSeconds\": [5, 6]}}");
    var log = directory.resolve("run.log").toString();
    assertThat(run("run", "--auto-resume", "--scenario", scenario.toString(), "--log", log))
        .isZero();

    var story = printed(() -> assertThat(run("audit", log, "--story")).isZero());

    assertThat(story)
        .containsSubsequence(
            "Plan Three tier app, DRILL",
            "created for ",
            ": 1 (Database), then 2 (Application), then gate, 3 (Web)",
            "wave 1 (Database): launched as drsjob-",
            "wave 1 (Database): COMPLETED after ",
            "; the execution goes on, 1 of 3 waves are complete",
            "wave 2 (Application): COMPLETED after ",
            "PAUSED before wave 3 (Web) by plan",
            " resumes",
            "wave 3 (Web): COMPLETED after ",
            "; the execution goes on, 3 of 3 waves are complete",
            "COMPLETED, finalized by the workflow in ",
            "wave 1 (Database) COMPLETED, wave 2 (Application) COMPLETED, wave 3 (Web) COMPLETED",
            ": COMPLETED, ",
            " versions: CONSISTENT");
  }

  private static String printed(Runnable work) {
    var out = System.out;
    var bytes = new ByteArrayOutputStream();
    try (var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      work.run();
    } finally {
      System.setOut(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
