package io.drsorchestrator.adapter.out.dynamodb;

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
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.control.Option;
import java.time.Instant;

/** The claim of a wave, its job, and a launch that failed before there was a job. */
final class DynamoDbWaveClaims implements WaveClaims {

  private final HistoryWrites writes;

  DynamoDbWaveClaims(HistoryWrites writes) {
    this.writes = writes;
  }

  @Override
  public WriteOutcome claim(Transition<PollingExecution> claimed, WaveNumber number) {
    var wave = (ClaimedWave) claimed.next().waves().find(number).get();
    var update = unlaunched(claimed, number);
    WaveWrites.status(update, number, WaveStatus.POLLING);
    update
        .set("currentWave", Attributes.number(number.ordinal()))
        .set(WavePath.of(number, "startTime"), Attributes.time(wave.startTime()));
    wave.attempt().forEach(attempt -> attempt(update, number, attempt));
    wave.target().forEach(target -> target(update, wave, target));
    return writes.write(claimed, update);
  }

  @Override
  public WriteOutcome failLaunch(Transition<PollingExecution> failed, WaveNumber number) {
    var wave = (EndedWave) failed.next().waves().find(number).get();
    var update = unlaunched(failed, number).set("currentWave", Attributes.number(number.ordinal()));
    WaveWrites.end(update, wave);
    wave.startTime()
        .forEach(start -> update.set(WavePath.of(number, "startTime"), Attributes.time(start)));
    return writes.write(failed, update);
  }

  /**
   * Nobody has launched the wave, and it may start: an operator's pause that was stored since it
   * was read holds back a wave that is still PENDING.
   */
  private ItemUpdate unlaunched(Transition<PollingExecution> transition, WaveNumber number) {
    var update =
        writes
            .leaving(transition, PENDING, POLLING)
            .set("status", Attributes.text(POLLING.name()))
            .whenMissing(WavePath.of(number, "jobId"));
    var status = WavePath.of(number, "status");
    return update.when(
        "(%s OR (%s AND %s))"
            .formatted(
                WavePath.isActive(update, number),
                update.equal(status, Attributes.text(WaveStatus.PENDING.name())),
                update.missing("pauseRequest")));
  }

  private static void attempt(ItemUpdate update, WaveNumber wave, LaunchAttempt attempt) {
    update
        .set(WavePath.of(wave, "attemptId"), Attributes.text(attempt.id()))
        .set(WavePath.of(wave, "attemptTime"), Attributes.time(attempt.startedAt()))
        .set(WavePath.of(wave, "leaseUntil"), Attributes.timeNotBefore(attempt.leaseUntil()));
  }

  private static void target(ItemUpdate update, ClaimedWave wave, LaunchTarget target) {
    update
        .set(WavePath.of(wave.number(), "region"), Attributes.text(target.region()))
        .set(WavePath.of(wave.number(), "serverIds"), WaveItem.serverIds(target.serverIds()));
    WaveWrites.servers(update, wave);
  }

  /**
   * The job is recorded whatever the execution's status is, so that a cancel between launch and
   * record does not lose it; but only for the attempt that launched or adopted it (I9).
   */
  @Override
  public WriteOutcome recordLaunch(WaveLaunch launch) {
    var wave = launch.wave();
    var job = WavePath.of(wave.number(), "jobId");
    var id = Attributes.text(wave.jobId().value());
    var update =
        heldBy(wave.number(), launch.attempt())
            .set(job, id)
            .set("drsJobId", id)
            .set("drsRegion", Attributes.text(wave.region()));
    return writes.write(
        launch.key(),
        update,
        item ->
            item.maps("waves")
                .get(wave.number().value())
                .text("jobId")
                .contains(wave.jobId().value()));
  }

  /** Of the attempt that is about to launch: a successor's warning is not overwritten by it. */
  @Override
  public WriteOutcome warn(
      ExecutionKey key, WaveNumber wave, LaunchAttempt attempt, Option<String> warning) {
    var path = WavePath.of(wave, "launchWarning");
    var update = heldBy(wave, attempt);
    warning.fold(() -> update.remove(path), text -> update.set(path, Attributes.text(text)));
    return writes.write(key, update, item -> false);
  }

  @Override
  public WriteOutcome endLease(
      ExecutionKey key, WaveNumber wave, LaunchAttempt attempt, Instant now) {
    var update = heldBy(wave, attempt).set(WavePath.of(wave, "leaseUntil"), Attributes.time(now));
    return writes.write(key, update, item -> false);
  }

  private static ItemUpdate heldBy(WaveNumber wave, LaunchAttempt attempt) {
    return new ItemUpdate()
        .whenEqual(WavePath.of(wave, "attemptId"), Attributes.text(attempt.id()))
        .whenMissing(WavePath.of(wave, "jobId"));
  }
}
