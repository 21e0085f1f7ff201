package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.adapter.out.dynamodb.Attributes.list;
import static io.drsorchestrator.adapter.out.dynamodb.Attributes.number;
import static io.drsorchestrator.adapter.out.dynamodb.Attributes.text;

import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.Outcome;
import io.drsorchestrator.domain.execution.Outcome.WaveOutcome;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.collection.Vector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What came of an execution, as it is stored with its end (contract 2.3). */
final class OutcomeItem {

  private OutcomeItem() {}

  static void put(ItemUpdate update, ExecutionStatus status, Waves waves) {
    var outcome = Outcome.of(status, waves);
    update.set("outcomeSummary", text(outcome.summary())).set("outcomeDetails", details(outcome));
  }

  private static AttributeValue details(Outcome outcome) {
    var item = new LinkedHashMap<String, AttributeValue>();
    item.put("totalWaves", number(outcome.waves().size()));
    item.put("wavesCompleted", number(outcome.of(WaveStatus.COMPLETED).size()));
    item.put("wavesFailed", number(outcome.of(WaveStatus.FAILED).size()));
    item.put("wavesCancelled", number(outcome.of(WaveStatus.CANCELLED).size()));
    item.put("wavesPending", number(outcome.of(WaveStatus.PENDING).size()));
    item.put("totalServers", number(outcome.servers()));
    item.put("serversLaunched", number(outcome.launched()));
    item.put("serversFailed", sum(outcome, WaveOutcome::failed));
    item.put("serversCancelled", sum(outcome, WaveOutcome::cancelled));
    item.put("serversPending", sum(outcome, WaveOutcome::pending));
    item.put("completedWaves", waves(outcome.of(WaveStatus.COMPLETED)));
    item.put("failedWaves", waves(outcome.of(WaveStatus.FAILED)));
    item.put("cancelledWaves", waves(outcome.of(WaveStatus.CANCELLED)));
    return Attributes.map(item);
  }

  private static AttributeValue sum(Outcome outcome, ToIntFunction<WaveOutcome> servers) {
    return number(outcome.waves().toJavaStream().mapToInt(servers).sum());
  }

  private static AttributeValue waves(Vector<WaveOutcome> waves) {
    return list(waves.map(OutcomeItem::wave).asJava());
  }

  private static AttributeValue wave(WaveOutcome wave) {
    return Attributes.map(
        Map.of(
            "name", text(wave.name()),
            "serversLaunched", number(wave.launched()),
            "serversFailed", number(wave.failed()),
            "serversCancelled", number(wave.cancelled())));
  }
}
