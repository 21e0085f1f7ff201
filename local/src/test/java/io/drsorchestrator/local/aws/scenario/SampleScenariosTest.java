package io.drsorchestrator.local.aws.scenario;

import static io.drsorchestrator.local.aws.Servers.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.local.aws.RunningAws;
import io.drsorchestrator.local.aws.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.drs.model.LaunchStatus;
import software.amazon.awssdk.services.drs.model.ServiceQuotaExceededException;

class SampleScenariosTest {

  private static final Path SAMPLES = Path.of("samples", "scenarios");

  @ParameterizedTest
  @MethodSource("samples")
  void every_sample_is_valid_described_and_documented(Path sample) throws IOException {
    assertThat(read(sample).description()).isNotBlank();
    assertThat(Path.of("..", "docs", "scenarios.md"))
        .content()
        .contains("`" + sample.getFileName() + "`");
  }

  @Test
  void quota_full_refuses_for_five_minutes() throws IOException {
    try (RunningAws aws = running("quota-full.json")) {
      assertThatThrownBy(() -> aws.start(id(1)))
          .isInstanceOfSatisfying(
              ServiceQuotaExceededException.class,
              refusal -> assertThat(refusal.statusCode()).isEqualTo(402));
      aws.passSeconds(300);
      assertThat(aws.start(id(1)).jobID()).isNotNull();
    }
  }

  @Test
  void failing_server_fails_by_its_name() throws IOException {
    try (RunningAws aws = running("failing-server.json")) {
      String jobId = aws.start(id(1)).jobID();
      aws.passSeconds(600);
      assertThat(aws.participant(jobId, id(1)).launchStatus()).isEqualTo(LaunchStatus.FAILED);
    }
  }

  private static RunningAws running(String name) throws IOException {
    Scenario scenario = read(SAMPLES.resolve(name));
    return RunningAws.with(
        b ->
            b.scenario(scenario)
                .sourceServers(
                    Servers.parse("[{'sourceServerId':'" + id(1) + "','name':'app02-eu'}]")));
  }

  private static Scenario read(Path sample) throws IOException {
    return ScenarioReader.parse(Files.readString(sample));
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files.sorted().toList();
    }
  }
}
