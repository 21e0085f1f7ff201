package io.drsorchestrator.application.memory;

import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.server.SourceMachine;
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

/** Waves read back from their attributes. */
final class WaveReader {

  private WaveReader() {}

  static Wave read(int position, Item item) {
    var plan = plan(position, item);
    var status = WaveStatus.valueOf(item.text("status").get());
    return switch (status) {
      case PENDING -> new PendingWave(plan);
      case POLLING -> job(item).fold(() -> claimed(plan, item), job -> running(plan, item, job));
      case COMPLETED, FAILED, CANCELLED -> ended(plan, status, item);
    };
  }

  private static WavePlan plan(int position, Item item) {
    return new WavePlan(
        new WaveNumber(position),
        item.text("waveName").get(),
        item.text("protectionGroupId"),
        ids(item),
        item.flag("pauseBeforeWave"));
  }

  private static Vector<SourceServerId> ids(Item item) {
    return item.texts("serverIds").map(SourceServerId::new);
  }

  private static Option<JobId> job(Item item) {
    return item.text("jobId").map(JobId::new);
  }

  private static Wave claimed(WavePlan plan, Item item) {
    return new ClaimedWave(
        plan,
        item.time("startTime").get(),
        item.text("region").map(region -> new LaunchTarget(region, ids(item))),
        item.text("attemptId").map(id -> attempt(id, item)));
  }

  private static LaunchAttempt attempt(String id, Item item) {
    return new LaunchAttempt(id, item.time("attemptTime").get(), item.time("leaseUntil").get());
  }

  private static Wave running(WavePlan plan, Item item, JobId job) {
    return new RunningWave(
        plan,
        item.time("startTime").get(),
        job,
        item.text("region").get(),
        servers(item),
        details(item),
        item.time("jobMissingSince"),
        item.number("revision").getOrElse(0L).intValue());
  }

  private static Wave ended(WavePlan plan, WaveStatus status, Item item) {
    return new EndedWave(
        plan,
        status,
        item.time("startTime"),
        item.time("endTime").get(),
        job(item)
            .map(id -> new EndedWave.Launch(id, item.text("region").getOrElse(""), details(item))),
        servers(item),
        item.text("statusMessage"));
  }

  private static Option<RecoveryJob> details(Item item) {
    return item.item("DRSJobDetails")
        .map(
            job ->
                new RecoveryJob(
                    job.text("status").get(),
                    job.number("participatingServers").get().intValue(),
                    job.number("launchedServers").get().intValue(),
                    job.time("startTime"),
                    job.time("endTime"),
                    job.time("endSeenTime")));
  }

  private static Vector<Server> servers(Item item) {
    return item.items("serverStatuses").map(WaveReader::server);
  }

  private static Server server(Item item) {
    var id = item.text("sourceServerId").get();
    return new Server(
        new SourceServerId(id),
        new LaunchStatus(item.text("launchStatus").get()),
        item.time("launchTime").filter(time -> time.isAfter(Instant.EPOCH)),
        known(item, "instanceId"),
        new SourceMachine(
            item.text("serverName").filter(name -> !name.equals(id)),
            item.text("ipAddress"),
            item.text("sourceInstanceId")),
        new RecoveryInstance(
            known(item, "privateIp"),
            known(item, "hostname"),
            known(item, "instanceType"),
            item.text("instanceState"),
            Option.none()),
        item.text("error"));
  }

  private static Option<String> known(Item item, String name) {
    return item.text(name).filter(text -> !text.isEmpty());
  }
}
