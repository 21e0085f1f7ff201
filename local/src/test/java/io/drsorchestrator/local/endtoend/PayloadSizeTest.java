package io.drsorchestrator.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.scenario.ScenarioReader;
import io.drsorchestrator.local.plan.PlanFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What travels through Step Functions stays small, however large the plan: 256 KiB is the end of a
 * workflow.
 */
final class PayloadSizeTest {

  private static final int WAVES = 100;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The sample with one wave, a hundred times. */
  private static PlanFile plan() {
    try {
      var file = (ObjectNode) MAPPER.readTree(Path.of("samples", "single-wave.json").toFile());
      var waves = (ArrayNode) file.path("plan").path("waves");
      var servers = (ArrayNode) file.path("sourceServers");
      for (int n = 1; n < WAVES; n++) {
        var id = "s-%017x".formatted(0x1000 + n);
        var wave = (ObjectNode) waves.path(0).deepCopy();
        wave.put("waveNumber", n).putArray("serverIds").add(id);
        waves.add(wave);
        var server = (ObjectNode) servers.path(0).deepCopy();
        servers.add(server.put("sourceServerId", id));
      }
      return PlanFile.parse(file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_decision_about_a_hundred_waves_is_below_eight_kibibytes() {
    try (var run = PlanRun.of(plan(), ScenarioReader.parse("{" + PlanRun.QUICK + "}"))) {
      var details = run.untilWave(0, "POLLING");
      var ask =
          JsonNodeFactory.instance
              .objectNode()
              .put("operation", "update")
              .put("executionId", details.path("executionId").asText())
              .put("planId", details.path("planId").asText())
              .put("workflow", details.path("stateMachineArn").asText());
      var decision = run.system().invoke(ask);

      assertThat(decision.path("waves")).hasSize(WAVES);
      assertThat(decision.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(8 * 1024);
    }
  }
}
