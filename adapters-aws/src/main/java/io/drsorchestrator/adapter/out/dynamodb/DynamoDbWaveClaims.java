package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.domain.execution.ExecutionStatus.PENDING;
import static io.drsorchestrator.domain.execution.ExecutionStatus.POLLING;

import io.drsorchestrator.application.port.WaveClaims;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.application.size.TextBounds;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.Wave;
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
    WaveWrites.put(update, before(claimed, number), WaveFields.claim(wave));
    return writes.write(claimed, update);
  }

  @Override
  public WriteOutcome failLaunch(Transition<PollingExecution> failed, WaveNumber number) {
    var wave = (EndedWave) failed.next().waves().find(number).get();
    var update = unlaunched(failed, number);
    var fields = WaveFields.outcome(wave);
    wave.startTime().forEach(start -> fields.put("startTime", Attributes.time(start)));
    WaveWrites.put(update, before(failed, number), fields);
    return writes.write(failed, update);
  }

  private static Wave before(Transition<PollingExecution> transition, WaveNumber number) {
    return transition.before().get().waves().find(number).get();
  }

  /**
   * Nobody has launched the wave, and it may start: an operator's pause that was stored since it
   * was read holds back a wave that is still PENDING, or not stored yet by an older system.
   */
  private ItemUpdate unlaunched(Transition<PollingExecution> transition, WaveNumber number) {
    var update =
        writes
            .leaving(transition, PENDING, POLLING)
            .set("status", Attributes.text(POLLING.name()))
            .set("currentWave", Attributes.number(number.ordinal()))
            .whenMissing(WavePath.of(number, "jobId"));
    return WaveItem.isMissing(before(transition, number))
        ? update.whenMissing(WavePath.of(number)).whenMissing("pauseRequest")
        : update.when(
            "(%s OR (%s AND %s))"
                .formatted(
                    WavePath.isActive(update, number),
                    update.equal(
                        WavePath.of(number, "status"), Attributes.text(WaveStatus.PENDING.name())),
                    update.missing("pauseRequest")));
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
    warning.fold(
        () -> update.remove(path),
        text -> update.set(path, Attributes.text(text, TextBounds.LAUNCH_WARNING)));
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
