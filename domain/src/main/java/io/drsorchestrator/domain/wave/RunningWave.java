package io.drsorchestrator.domain.wave;

import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * A wave whose DRS job is on record.
 *
 * @param job as last seen; absent until the first look
 * @param missingSince since when DRS has not known the job
 * @param revision counts what has been recorded: two observers of one revision cannot both write
 */
public record RunningWave(
    WavePlan plan,
    Instant startTime,
    JobId jobId,
    String region,
    Vector<Server> servers,
    Option<RecoveryJob> job,
    Option<Instant> missingSince,
    int revision)
    implements ActiveWave {

  /**
   * This wave after a look at DRS. The result is a fold over the wave's own servers, and is drawn
   * only when the job has ended: job status COMPLETED says nothing about success (FR-2, D8).
   */
  public Wave observe(JobObservation seen, Instant now, WavePolicy policy) {
    return WaveVerdict.on(join(seen, now), now, policy);
  }

  /**
   * This wave after a look that DRS gave no answer to. Nothing is known that was not known before,
   * so that nothing but its deadline can end it.
   */
  public Wave unanswered(Instant now, WavePolicy policy) {
    var unchanged =
        new RunningWave(plan, startTime, jobId, region, servers, job, missingSince, revision + 1);
    return WaveVerdict.unanswered(unchanged, now, policy);
  }

  private RunningWave join(JobObservation seen, Instant now) {
    var known = servers.map(s -> seen.servers().get(s.id()).map(o -> s.join(o, now)).getOrElse(s));
    var launched = known.count(s -> s.launchStatus().isLaunched());
    return new RunningWave(
        plan,
        startTime,
        jobId,
        region,
        known,
        seen.job().map(j -> seenJob(j, seen.servers().size(), launched, now)).orElse(job),
        seen.job().isDefined() ? Option.none() : missingSince.orElse(Option.some(now)),
        revision + 1);
  }

  /** An ended job has ended, and its servers stay known, whatever a late answer says (I11). */
  private RecoveryJob seenJob(JobState state, int participating, int launched, Instant now) {
    var ended = Option.when(state.status().equals("COMPLETED"), now);
    return new RecoveryJob(
        job.filter(RecoveryJob::hasEnded).map(RecoveryJob::status).getOrElse(state.status()),
        job.map(known -> Math.max(known.participatingServers(), participating))
            .getOrElse(participating),
        launched,
        state.startTime().orElse(job.flatMap(RecoveryJob::startTime)),
        state.endTime().orElse(job.flatMap(RecoveryJob::endTime)),
        job.flatMap(RecoveryJob::endedBy).orElse(ended));
  }

  EndedWave complete(Instant now) {
    return EndedWave.launched(this, WaveStatus.COMPLETED, now, Option.none());
  }

  @Override
  public EndedWave fail(String message, Instant now) {
    return EndedWave.launched(this, WaveStatus.FAILED, now, Option.some(message));
  }
}
