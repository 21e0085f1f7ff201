package io.drsorchestrator.application.instances;

import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** A wave as a version of whatever age stored it (contract 2.5). */
record StoredWave(int position, Document document) {

  private static final Vector<String> SERVER_LISTS =
      Vector.of("serverStatuses", "serverExecutions", "servers");

  WaveNumber number() {
    return document
        .number("waveNumber")
        .filter(number -> number >= 0)
        .map(number -> new WaveNumber(number.intValue()))
        .getOrElse(() -> new WaveNumber(position));
  }

  String name() {
    return document.text("waveName").getOrElse(() -> "Wave " + (position + 1));
  }

  Option<JobId> job() {
    return document.text("jobId").map(JobId::new);
  }

  Option<String> region() {
    return document.text("region");
  }

  Option<String> protectionGroup() {
    return document.text("protectionGroupId");
  }

  /** When a launch was attempted whose job nobody has recorded (D26). */
  Option<Instant> unrecordedAttempt() {
    return job().isDefined() ? Option.none() : document.time("attemptTime");
  }

  Vector<SourceServerId> serverIds() {
    return document
        .texts("serverIds")
        .map(SourceServerId::new)
        .appendAll(servers().keySet())
        .distinct();
  }

  /** What is stored of each server. */
  Map<SourceServerId, StoredServer> servers() {
    return SERVER_LISTS
        .flatMap(document::parts)
        .flatMap(StoredServer::read)
        .foldLeft(
            LinkedHashMap.<SourceServerId, StoredServer>empty(),
            (known, server) ->
                known.containsKey(server.id()) ? known : known.put(server.id(), server));
  }
}
