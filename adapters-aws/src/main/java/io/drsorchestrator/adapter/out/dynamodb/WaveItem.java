package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.adapter.out.dynamodb.Attributes.number;

import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.PendingWave;
import io.drsorchestrator.domain.wave.RecoveryJob;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Map;

/** An element of {@code waves} (contract 2.5), read as it was written by any version. */
final class WaveItem {

  private WaveItem() {}

  /** A wave of the plan that an older system has not stored yet: it counts as not started. */
  static Wave missing(int position) {
    return new PendingWave(plan(position, new StoredItem(Map.of())));
  }

  static boolean isMissing(Wave wave) {
    return wave.equals(missing(wave.number().value()));
  }

  static Wave read(int position, StoredItem item) {
    var plan = plan(position, item);
    return switch (status(item)) {
      case PENDING -> new PendingWave(plan);
      case POLLING -> active(plan, item);
      case COMPLETED, FAILED, CANCELLED -> ended(plan, item);
    };
  }

  /** A word that nobody knows is taken for a wave that is under way, never for success. */
  static WaveStatus status(StoredItem item) {
    return item.text("status").flatMap(StatusWords::wave).getOrElse(WaveStatus.POLLING);
  }

  private static WavePlan plan(int position, StoredItem item) {
    var number = new WaveNumber(position);
    return new WavePlan(
        number,
        item.text("waveName").getOrElse("Wave " + number.ordinal()),
        item.text("protectionGroupId"),
        item.texts("serverIds").map(SourceServerId::new),
        item.flag("pauseBeforeWave"));
  }

  private static Wave active(WavePlan plan, StoredItem item) {
    var startTime = item.time("startTime").getOrElse(Instant.EPOCH);
    return item.text("jobId")
        .<Wave>map(job -> running(plan, item, startTime, new JobId(job)))
        .getOrElse(() -> new ClaimedWave(plan, startTime, target(item), attempt(item)));
  }

  private static Wave running(WavePlan plan, StoredItem item, Instant startTime, JobId job) {
    return new RunningWave(
        plan,
        startTime,
        job,
        item.text("region").getOrElse(""),
        readServers(plan, item),
        readJob(item),
        item.time("jobMissingSince"),
        item.number("revision").getOrElse(0L).intValue());
  }

  /** In the list of today, in that of the oldest items, or not yet at all. */
  private static Vector<Server> readServers(WavePlan plan, StoredItem item) {
    var known = item.maps("serverStatuses").flatMap(ServerItem::read);
    var legacy = known.isEmpty() ? item.maps("servers").flatMap(ServerItem::read) : known;
    return legacy.isEmpty() ? plan.serverIds().map(Server::awaiting) : legacy;
  }

  private static Option<RecoveryJob> readJob(StoredItem item) {
    return item.map("DRSJobDetails")
        .map(
            job ->
                new RecoveryJob(
                    job.text("status").getOrElse("UNKNOWN"),
                    job.number("participatingServers").getOrElse(0L).intValue(),
                    job.number("launchedServers").getOrElse(0L).intValue(),
                    job.time("startTime"),
                    job.time("endTime"),
                    job.time("endSeenTime")));
  }

  private static Option<LaunchTarget> target(StoredItem item) {
    return item.text("region")
        .map(region -> new LaunchTarget(region, item.texts("serverIds").map(SourceServerId::new)));
  }

  private static Option<LaunchAttempt> attempt(StoredItem item) {
    return item.text("attemptId")
        .map(
            id ->
                new LaunchAttempt(
                    id,
                    item.time("attemptTime").getOrElse(Instant.EPOCH),
                    item.time("leaseUntil").getOrElse(Instant.EPOCH)));
  }

  private static Wave ended(WavePlan plan, StoredItem item) {
    var launch =
        item.text("jobId")
            .map(
                job ->
                    new EndedWave.Launch(
                        new JobId(job), item.text("region").getOrElse(""), readJob(item)));
    return new EndedWave(
        plan,
        status(item),
        item.time("startTime"),
        item.time("endTime").getOrElse(Instant.EPOCH),
        launch,
        item.maps("serverStatuses").flatMap(ServerItem::read),
        item.text("statusMessage"));
  }
}
