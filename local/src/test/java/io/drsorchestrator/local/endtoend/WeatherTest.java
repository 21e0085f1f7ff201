package io.drsorchestrator.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.scenario.Scenario;
import io.drsorchestrator.local.aws.scenario.ScenarioReader;
import io.drsorchestrator.local.plan.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of weather over a wave of three servers, to an end that an operator would expect. */
final class WeatherTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path SCENARIOS = Path.of("samples", "scenarios");
  private static final Path PLAN = Path.of("src", "test", "resources", "weather", "plan.json");

  /** Quick, but that a job takes some polls and ends after DRS has named its instances. */
  private static final String CALM =
      """
      {"timings": {"startSeconds": [1, 2], "cleanupSeconds": [1, 2], "pendingSeconds": [30, 40],
                   "inProgressSeconds": [60, 75], "endSeconds": [75, 90]}}
      """;

  /** What is known of every server in the end. */
  private enum Known {
    EVERYTHING,
    ALL_BUT_EC2,
    INSTANCE_IDS,
    ANYTHING
  }

  /** A scenario file, how it ends, and what is said on the way and in the end. */
  enum Weather {
    THROTTLING("throttling", 30, "COMPLETED", "", "", "", Known.EVERYTHING),
    SERVER_ERRORS(
        "server-errors",
        30,
        "COMPLETED",
        "",
        "DRS does not tell about job drsjob-",
        "",
        Known.EVERYTHING),
    TIMEOUTS("timeouts", 10, "COMPLETED", "", "No instance details", "", Known.EVERYTHING),
    SLOW_API("slow-api", 15, "COMPLETED", "", "", "", Known.EVERYTHING),
    HALF_PAGES(
        "half-pages", 30, "COMPLETED", "", "No names of source servers", "", Known.EVERYTHING),
    NEW_API_VERSION(
        "new-api-version",
        30,
        "COMPLETED",
        "",
        "DRS gives unknown launch statuses: s-",
        "",
        Known.EVERYTHING),
    VANISHING_JOB(
        "vanishing-job",
        60,
        "FAILED",
        "DRS no longer knows job drsjob-",
        "DRS does not know job drsjob-",
        "DRS does not know job drsjob-",
        Known.ANYTHING),
    LATE_INSTANCE("late-instance", 30, "COMPLETED", "", "", "", Known.ALL_BUT_EC2),
    EC2_DOWN(
        "ec2-down",
        30,
        "COMPLETED",
        "",
        "No instance details",
        "No instance details",
        Known.ALL_BUT_EC2),
    ACCESS_DENIED(
        "access-denied",
        30,
        "COMPLETED",
        "",
        "AccessDeniedException",
        "No instance details",
        Known.INSTANCE_IDS),
    FAILING_SERVER(
        "failing-server",
        30,
        "FAILED",
        "1 of 3 servers did not launch: app02 (FAILED: InsufficientInstanceCapacity",
        "",
        "",
        Known.ANYTHING),
    LOST_ANSWER("lost-answer", 60, "COMPLETED", "", "", "", Known.EVERYTHING),
    QUOTA_FULL("quota-full", 60, "COMPLETED", "", "", "", Known.EVERYTHING);

    private final String file;
    private final int timeScale;
    private final String end;
    private final String message;
    private final String warning;
    private final String lastWarning;
    private final Known known;

    Weather(
        String file,
        int timeScale,
        String end,
        String message,
        String warning,
        String lastWarning,
        Known known) {
      this.file = file;
      this.timeScale = timeScale;
      this.end = end;
      this.message = message;
      this.warning = warning;
      this.lastWarning = lastWarning;
      this.known = known;
    }
  }

  @ParameterizedTest
  @EnumSource(Weather.class)
  void ends_as_an_operator_would_expect(Weather weather) throws IOException {
    try (var run = PlanRun.of(plan(), scenario(weather.file), weather.timeScale)) {
      if (weather == Weather.TIMEOUTS) {
        run.system().stopSchedule();
      }
      var ended = run.untilEnd();
      var wave = ended.path("waves").path(0);

      assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo(weather.end);
      assertThat(wave.path("status").asText()).isEqualTo(weather.end);
      assertThat(wave.path("statusMessage").asText()).contains(weather.message);
      assertSaid(wave.path("pollWarning").asText(), weather.lastWarning);
      assertThat(warnings(run)).anyMatch(warning -> warning.contains(weather.warning));
      assertThat(run.system().aws().startRecoveryCalls()).isPositive();
      wave.path("serverStatuses").forEach(server -> assertKnown(server, weather.known));
    }
  }

  /** Nothing at all where nothing is lacking. */
  private static void assertSaid(String warning, String expected) {
    if (expected.isEmpty()) {
      assertThat(warning).isEmpty();
    } else {
      assertThat(warning).contains(expected);
    }
  }

  private static List<String> warnings(PlanRun run) {
    return run.history().stream().flatMap(image -> image.warnings().stream()).toList();
  }

  private static void assertKnown(JsonNode server, Known known) {
    var fields =
        switch (known) {
          case EVERYTHING ->
              List.of("serverName", "instanceId", "privateIp", "hostname", "instanceType");
          case ALL_BUT_EC2 -> List.of("serverName", "instanceId", "privateIp", "hostname");
          case INSTANCE_IDS -> List.of("instanceId", "recoveryInstanceId");
          case ANYTHING -> List.<String>of();
        };
    for (var field : fields) {
      assertThat(server.path(field).asText()).as(field + " of " + server).isNotBlank();
    }
    if (known != Known.ANYTHING) {
      assertThat(server.path("launchTime").asLong()).isPositive();
    }
  }

  private static PlanFile plan() throws IOException {
    return PlanFile.parse(Files.readString(PLAN));
  }

  /** As in the file, but that launches take seconds instead of minutes. */
  private static Scenario scenario(String file) throws IOException {
    var json = (ObjectNode) MAPPER.readTree(SCENARIOS.resolve(file + ".json").toFile());
    json.setAll((ObjectNode) MAPPER.readTree(CALM));
    return ScenarioReader.parse(json.toString());
  }

  /** Every scenario file that concerns polls is one of these. */
  @org.junit.jupiter.api.Test
  void every_scenario_is_weather_or_is_named_here_as_something_else() throws IOException {
    var others = List.of("slow-launch", "small-quotas", "stuck-server");
    try (var files = Files.list(SCENARIOS)) {
      var names = files.map(f -> f.getFileName().toString().replace(".json", "")).toList();
      assertThat(names)
          .containsExactlyInAnyOrderElementsOf(
              StreamSupport.stream(
                      io.vavr.collection.Vector.of(Weather.values())
                          .map(weather -> weather.file)
                          .appendAll(others)
                          .spliterator(),
                      false)
                  .toList());
    }
  }
}
