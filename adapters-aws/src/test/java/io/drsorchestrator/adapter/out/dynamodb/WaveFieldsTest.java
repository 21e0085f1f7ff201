package io.drsorchestrator.adapter.out.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A wave as it stands in a new item, before it starts: contract 2.5. */
class WaveFieldsTest {

  @Test
  void a_wave_is_pending_from_the_start() {
    var plan = SampleWaves.gated(SampleWaves.plan(1));

    assertThat(WaveFields.pending(plan).m())
        .isEqualTo(
            Map.of(
                "waveNumber", AttributeValue.fromN("1"),
                "waveName", AttributeValue.fromS(plan.name()),
                "protectionGroupId", AttributeValue.fromS(plan.protectionGroupId().get()),
                "serverIds", AttributeValue.fromL(ids(plan.serverIds().map(id -> id.value()))),
                "status", AttributeValue.fromS("PENDING"),
                "pauseBeforeWave", AttributeValue.fromBool(true)));
  }

  private static List<AttributeValue> ids(Iterable<String> ids) {
    return Vector.ofAll(ids).map(AttributeValue::fromS).asJava();
  }
}
