package io.drsorchestrator.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code drs-local check}: the real handler on the simulators, end to end. */
final class CheckCommandTest {

  private static final String SINGLE = "samples/single-wave.json";

  private final StringWriter errors = new StringWriter();
  private String printed = "";

  private int run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      return DrsLocal.commandLine().setErr(new PrintWriter(errors)).execute(arguments);
    } finally {
      System.setOut(before);
      printed = out.toString(StandardCharsets.UTF_8);
    }
  }

  private static JsonNode read(Path json) throws IOException {
    return new ObjectMapper().readTree(json.toFile());
  }

  private static List<String> codes(JsonNode findings, String field) {
    var codes = new ArrayList<String>();
    findings.forEach(finding -> codes.add(finding.path(field).asText()));
    return codes;
  }

  @Test
  void a_plan_that_can_be_started_is_ready(@TempDir Path directory) throws IOException {
    var json = directory.resolve("check.json");

    assertThat(run("check", SINGLE, "--json", json.toString())).isZero();

    assertThat(printed)
        .startsWith("DRILL of plan ")
        .contains("READY", "Wave 1 (Everything): 1 server(s) in us-east-1", "0 of 20 DRS jobs")
        .doesNotContain("Stops", "Slow-downs");
    assertThat(read(json).path("verdict").asText()).isEqualTo("READY");
    assertThat(read(json).path("servers").path(0).path("lastSeenDateTime").asText()).isNotBlank();
  }

  /** Sick, lagging and paused servers, a full quota of DRS jobs and no permission at once. */
  @Test
  void everything_that_is_wrong_tonight_is_listed(@TempDir Path directory) throws IOException {
    var plan =
        Files.readString(Path.of("samples/three-tiers.json"))
            .replaceFirst(
                "\"sourceServerId\": \"s-00000000000000011\",",
                "$0 \"replicationState\": \"DISCONNECTED\",")
            .replaceFirst(
                "\"sourceServerId\": \"s-00000000000000021\",",
                "$0 \"replicationState\": \"PAUSED\",")
            .replaceFirst(
                "\"sourceServerId\": \"s-00000000000000031\",", "$0 \"lagDuration\": \"PT3H\",");
    var scenario =
        "{\"faults\": [{\"service\": \"drs\", \"operation\": \"DescribeJobs\", \"effect\": \"error\","
            + " \"errorCode\": \"AccessDeniedException\", \"status\": 403}]}";
    var json = directory.resolve("check.json");

    var exit =
        run(
            "check",
            Files.writeString(directory.resolve("plan.json"), plan).toString(),
            "--scenario",
            Files.writeString(directory.resolve("scenario.json"), scenario).toString(),
            "--json",
            json.toString());

    assertThat(exit).isEqualTo(2);
    var report = read(json);
    assertThat(report.path("verdict").asText()).isEqualTo("BLOCKED");
    assertThat(codes(report.path("stops"), "error"))
        .containsExactly("START_CHECKS_UNAVAILABLE", "UNHEALTHY_SERVER_REPLICATION");
    assertThat(codes(report.path("slowdowns"), "code"))
        .containsExactly("REPLICATION_NOT_CONTINUOUS", "REPLICATION_LAGS");
    assertThat(printed.indexOf("Stops")).isPositive().isLessThan(printed.indexOf("Slow-downs"));
    assertThat(printed).contains("UNHEALTHY_SERVER_REPLICATION: 1 server(s) cannot be recovered");
  }

  @Test
  void what_stops_a_drill_need_not_stop_a_recovery(@TempDir Path directory) throws IOException {
    var plan =
        Files.readString(Path.of(SINGLE))
            .replaceFirst(
                "\"sourceServerId\": \"s-00000000000000011\",",
                "$0 \"replicationState\": \"STALLED\",");
    var file = Files.writeString(directory.resolve("plan.json"), plan).toString();

    assertThat(run("check", file)).isEqualTo(2);
    assertThat(run("check", file, "--type", "RECOVERY")).isZero();
    assertThat(printed).contains("READY_WITH_WARNINGS", "Warnings:", "is STALLED");
  }

  @ParameterizedTest
  @CsvSource({"check", "check missing.json", "check samples/single-wave.json --type=TEST"})
  void refuses_wrong_usage(String line) {
    assertThat(run(line.split(" "))).isEqualTo(64);
    assertThat(errors.toString().strip().lines()).hasSize(1);
  }
}
