package io.drsorchestrator.adapter.out.log;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.wave.WaveNumber;
import java.time.Instant;

/** What a line says of its event: the same fields for each, and then its own (docs/events.md). */
final class EventFields {

  private EventFields() {}

  static ObjectNode of(ToldEvent told, Instant now) {
    var detail = EventDetail.of(told);
    var key = told.after().key();
    var line = JsonNodeFactory.instance.objectNode();
    line.put("event", told.name()).put("time", now.toString());
    line.put("executionId", key.executionId().value()).put("planId", key.planId().value());
    line.put("versionBefore", told.versionBefore()).put("version", told.version());
    line.put("part", told.part()).put("parts", told.occurrence().events().size());
    change(line, told, detail);
    line.put("actor", detail.actor().getOrElse(Callers::current));
    detail.cause().forEach(cause -> line.put("cause", Texts.line(cause)));
    line.setAll(detail.more());
    return line;
  }

  private static void change(ObjectNode line, ToldEvent told, EventDetail detail) {
    var before = told.occurrence().before();
    var after = told.after();
    detail.wave().forEach(wave -> line.put("wave", wave.value()));
    detail
        .subject()
        .map(wave -> put(line, before.map(b -> status(b, wave)).getOrElse(""), status(after, wave)))
        .getOrElse(
            () ->
                put(line, before.map(b -> b.status().name()).getOrElse(""), after.status().name()));
    line.put("status", after.status().name());
    line.put("completedWaves", after.completedWaves()).put("totalWaves", after.totalWaves());
    after.waveStatuses().map(Enum::name).forEach(line.putArray("waves")::add);
  }

  private static ObjectNode put(ObjectNode line, String from, String to) {
    return line.put("from", from).put("to", to);
  }

  private static String status(Execution execution, WaveNumber wave) {
    return execution.waveStatuses().get(wave.value()).name();
  }
}
