package io.drsorchestrator.application.memory;

import static io.drsorchestrator.domain.execution.ExecutionStatus.PENDING;
import static io.drsorchestrator.domain.execution.ExecutionStatus.POLLING;

import io.drsorchestrator.application.port.WaveClaims;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;
import java.time.Instant;

/** Claims of waves and their jobs. */
final class MemoryClaims implements WaveClaims {

  private final Table table;

  MemoryClaims(Table table) {
    this.table = table;
  }

  @Override
  public WriteOutcome claim(Transition<PollingExecution> claimed, WaveNumber number) {
    var wave = (ClaimedWave) claimed.next().waves().find(number).get();
    return table.write(
        claimed.next().key(),
        unlaunched("WaveClaims.claim", claimed, number)
            .setWave(number, stored -> claimed(stored, wave)));
  }

  private static Item claimed(Item stored, ClaimedWave wave) {
    var attempt = wave.attempt().get();
    var target = wave.target().get();
    return stored
        .with("status", POLLING.name())
        .with("startTime", wave.startTime())
        .with("attemptId", attempt.id())
        .with("attemptTime", attempt.startedAt())
        .with("leaseUntil", attempt.leaseUntil().plusNanos(999_999_999))
        .with("region", target.region())
        .with("serverIds", ItemWriter.ids(target.serverIds()))
        .with("serverStatuses", ItemWriter.servers(wave));
  }

  @Override
  public WriteOutcome failLaunch(Transition<PollingExecution> failed, WaveNumber number) {
    var wave = (EndedWave) failed.next().waves().find(number).get();
    return table.write(
        failed.next().key(),
        unlaunched("WaveClaims.failLaunch", failed, number)
            .setWave(
                number,
                stored ->
                    ItemWriter.ended(stored, wave).withKnownTime("startTime", wave.startTime())));
  }

  /** The wave has no job and is claimed, or is PENDING with no pause asked for. */
  private static Change unlaunched(
      String write, Transition<PollingExecution> transition, WaveNumber number) {
    return Change.leaving(write, transition, PENDING, POLLING)
        .whenMissing(number, "jobId")
        .when("not held back", item -> item.wave(number).exists(wave -> mayStart(item, wave)))
        .set(POLLING)
        .set("currentWave", (long) number.ordinal());
  }

  private static boolean mayStart(Item item, Item wave) {
    return switch (wave.text("status").get()) {
      case "POLLING" -> true;
      case "PENDING" -> item.get("pauseRequest").isEmpty();
      default -> false;
    };
  }

  @Override
  public WriteOutcome recordLaunch(WaveLaunch launch) {
    var wave = launch.wave();
    var job = wave.jobId().value();
    var outcome =
        table.write(
            launch.key(),
            heldBy("WaveClaims.recordLaunch", wave.number(), launch.attempt())
                .setWave(wave.number(), stored -> stored.with("jobId", job))
                .set("drsJobId", job)
                .set("drsRegion", wave.region()));
    return outcome == WriteOutcome.CONFLICT && isOnRecord(launch) ? WriteOutcome.WRITTEN : outcome;
  }

  private boolean isOnRecord(WaveLaunch launch) {
    return table
        .state()
        .executions()
        .get(launch.key())
        .flatMap(item -> item.wave(launch.wave().number()))
        .flatMap(wave -> wave.text("jobId"))
        .contains(launch.wave().jobId().value());
  }

  @Override
  public WriteOutcome warn(
      ExecutionKey key, WaveNumber wave, LaunchAttempt attempt, Option<String> warning) {
    return table.write(
        key,
        heldBy("WaveClaims.warn", wave, attempt)
            .setWave(
                wave,
                stored ->
                    warning
                        .map(text -> stored.with("launchWarning", text))
                        .getOrElse(() -> stored.without("launchWarning"))));
  }

  @Override
  public WriteOutcome endLease(
      ExecutionKey key, WaveNumber wave, LaunchAttempt attempt, Instant now) {
    return table.write(
        key,
        heldBy("WaveClaims.endLease", wave, attempt)
            .setWave(wave, stored -> stored.with("leaseUntil", now)));
  }

  private static Change heldBy(String write, WaveNumber wave, LaunchAttempt attempt) {
    return Change.of(write).whenEqual(wave, "attemptId", attempt.id()).whenMissing(wave, "jobId");
  }
}
