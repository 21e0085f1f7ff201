package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.adapter.out.dynamodb.Attributes.flag;
import static io.drsorchestrator.adapter.out.dynamodb.Attributes.list;
import static io.drsorchestrator.adapter.out.dynamodb.Attributes.number;
import static io.drsorchestrator.adapter.out.dynamodb.Attributes.text;
import static io.drsorchestrator.adapter.out.dynamodb.Attributes.textOrNull;

import io.drsorchestrator.application.size.TextBounds;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.RecoveryJob;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The fields of an element of {@code waves}, as this project writes them (contract 2.5). */
final class WaveFields {

  private WaveFields() {}

  /** A wave that has not started, as it is stored when the execution is created. */
  static AttributeValue pending(WavePlan plan) {
    var item = new LinkedHashMap<String, AttributeValue>();
    item.put("waveNumber", number(plan.number().value()));
    item.put("waveName", text(plan.name()));
    item.put("protectionGroupId", textOrNull(plan.protectionGroupId()));
    item.put("serverIds", serverIds(plan.serverIds()));
    item.put("status", text(WaveStatus.PENDING.name()));
    item.put("pauseBeforeWave", flag(plan.pauseBeforeWave()));
    return Attributes.map(item);
  }

  static AttributeValue serverIds(Vector<SourceServerId> ids) {
    return list(ids.map(id -> text(id.value())).asJava());
  }

  static AttributeValue servers(Vector<Server> servers) {
    return list(servers.map(ServerItem::write).asJava());
  }

  /** What is known of the job (AC-3A.7). */
  static AttributeValue job(JobId id, RecoveryJob job) {
    var item = new LinkedHashMap<String, AttributeValue>();
    item.put("jobId", text(id.value()));
    item.put("status", text(job.status(), TextBounds.WORD));
    item.put("participatingServers", number(job.participatingServers()));
    item.put("launchedServers", number(job.launchedServers()));
    putTime(item, "startTime", job.startTime());
    putTime(item, "endTime", job.endTime());
    putTime(item, "endSeenTime", job.endedBy());
    return Attributes.map(item);
  }

  /** How and when a wave ended, and why. */
  static Map<String, AttributeValue> outcome(EndedWave wave) {
    var item = new LinkedHashMap<String, AttributeValue>();
    item.put("status", text(wave.status().name()));
    item.put("endTime", Attributes.time(wave.endTime()));
    wave.message().forEach(message -> item.put("statusMessage", text(message, TextBounds.FAILURE)));
    return item;
  }

  /** A claim for the launch of a wave, as far as it is known what it launches. */
  static Map<String, AttributeValue> claim(ClaimedWave wave) {
    var item = new LinkedHashMap<String, AttributeValue>();
    item.put("status", text(WaveStatus.POLLING.name()));
    item.put("startTime", Attributes.time(wave.startTime()));
    wave.attempt().forEach(attempt -> put(item, attempt));
    wave.target().forEach(target -> put(item, wave, target));
    return item;
  }

  private static void put(Map<String, AttributeValue> item, LaunchAttempt attempt) {
    item.put("attemptId", text(attempt.id()));
    item.put("attemptTime", Attributes.time(attempt.startedAt()));
    item.put("leaseUntil", Attributes.timeNotBefore(attempt.leaseUntil()));
  }

  private static void put(Map<String, AttributeValue> item, ClaimedWave wave, LaunchTarget target) {
    item.put("region", text(target.region()));
    item.put("serverIds", serverIds(target.serverIds()));
    item.put("serverStatuses", servers(wave.servers()));
  }

  private static void putTime(Map<String, AttributeValue> item, String name, Option<Instant> time) {
    time.forEach(known -> item.put(name, Attributes.time(known)));
  }

  /** The whole element of a wave that is not stored and never will start. */
  static AttributeValue neverStarted(EndedWave wave) {
    var item = new LinkedHashMap<>(pending(wave.plan()).m());
    item.put("status", text(wave.status().name()));
    item.put("endTime", Attributes.time(wave.endTime()));
    return Attributes.map(item);
  }

  /** The whole element of a new item: every wave starts as {@link #pending}. */
  static List<AttributeValue> all(Vector<Wave> waves) {
    return waves.map(wave -> pending(wave.plan())).asJava();
  }
}
