package io.drsorchestrator.domain.wave;

import static io.drsorchestrator.domain.Moments.NOON;

import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.SampleServers;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.server.ServerObservation;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** Waves in each state, and looks at their jobs. A wave starts at noon and has two servers. */
public final class SampleWaves {

  public static final String REGION = "eu-west-1";
  public static final Duration LEASE = Duration.ofMinutes(2);
  public static final WavePolicy POLICY =
      new WavePolicy(Duration.ofHours(24), Duration.ofMinutes(5), Duration.ofMinutes(10));

  private SampleWaves() {}

  public static WavePlan plan(int number) {
    return plan(number, 2);
  }

  public static WavePlan plan(int number, int servers) {
    return new WavePlan(
        new WaveNumber(number),
        "Wave " + (number + 1),
        Option.some("pg-" + number),
        Vector.range(0, servers).map(s -> SampleServers.serverId(number, s)),
        false);
  }

  public static WavePlan gated(WavePlan plan) {
    return new WavePlan(
        plan.number(), plan.name(), plan.protectionGroupId(), plan.serverIds(), true);
  }

  public static LaunchTarget target(WavePlan plan) {
    return new LaunchTarget(REGION, plan.serverIds());
  }

  public static LaunchAttempt attempt(String id, Instant startedAt) {
    return new LaunchAttempt(id, startedAt, startedAt.plus(LEASE));
  }

  /** Claimed at noon; the lease of that attempt still holds then. */
  public static ClaimedWave claimed(WavePlan plan) {
    return new ClaimedWave(
        plan, NOON, Option.some(target(plan)), Option.some(attempt("attempt-1", NOON)));
  }

  /** Created by a resume at noon: nobody is about to launch it yet. */
  public static ClaimedWave resumed(WavePlan plan) {
    return new ClaimedWave(plan, NOON, Option.none(), Option.none());
  }

  /** Launched at noon and not looked at yet. */
  public static RunningWave running(WavePlan plan) {
    return new RunningWave(
        plan,
        NOON,
        jobOf(plan),
        REGION,
        plan.serverIds().map(Server::awaiting),
        Option.none(),
        Option.none(),
        0);
  }

  public static EndedWave completed(WavePlan plan) {
    return ended(plan, WaveStatus.COMPLETED, LaunchStatus.LAUNCHED, Option.none());
  }

  public static EndedWave failed(WavePlan plan) {
    return ended(plan, WaveStatus.FAILED, LaunchStatus.FAILED, Option.some("out of capacity"));
  }

  private static EndedWave ended(
      WavePlan plan, WaveStatus status, LaunchStatus servers, Option<String> message) {
    return new EndedWave(
        plan,
        status,
        Option.some(NOON),
        NOON.plusSeconds(600),
        Option.some(new EndedWave.Launch(jobOf(plan), REGION, Option.none())),
        plan.serverIds().map(id -> server(id, servers)),
        message);
  }

  private static Server server(SourceServerId id, LaunchStatus status) {
    return Server.awaiting(id).join(ServerObservation.of(status), NOON);
  }

  public static JobId jobOf(WavePlan plan) {
    return new JobId("drsjob-" + plan.number());
  }

  /** DRS does not know the job. */
  public static JobObservation noJob() {
    return new JobObservation(Option.none(), HashMap.empty());
  }

  /** The job works; {@code statuses} are those of the wave's first servers. */
  public static JobObservation working(Wave wave, LaunchStatus... statuses) {
    return look("STARTED", wave, statuses);
  }

  /** The job is over; {@code statuses} are those of the wave's first servers. */
  public static JobObservation over(Wave wave, LaunchStatus... statuses) {
    return look("COMPLETED", wave, statuses);
  }

  /** The job is over and every server of the wave is LAUNCHED. */
  public static JobObservation success(Wave wave) {
    return everyServer(wave, LaunchStatus.LAUNCHED);
  }

  /** The job is over, which DRS calls COMPLETED, and every server of the wave FAILED. */
  public static JobObservation disaster(Wave wave) {
    return everyServer(wave, LaunchStatus.FAILED);
  }

  private static JobObservation everyServer(Wave wave, LaunchStatus status) {
    return over(wave, wave.servers().map(s -> status).toJavaArray(LaunchStatus[]::new));
  }

  private static JobObservation look(String job, Wave wave, LaunchStatus... statuses) {
    return look(
        job,
        wave.servers()
            .map(Server::id)
            .zip(Vector.of(statuses).map(ServerObservation::of))
            .toMap(pair -> pair));
  }

  public static JobObservation look(String job, Map<SourceServerId, ServerObservation> servers) {
    return new JobObservation(
        Option.some(new JobState(job, Option.none(), Option.none())), servers);
  }
}
