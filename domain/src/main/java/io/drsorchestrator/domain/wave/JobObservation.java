package io.drsorchestrator.domain.wave;

import io.drsorchestrator.domain.server.ServerObservation;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * What one look at DRS told about a wave's job. A server that the answer does not name is still
 * pending: an empty answer is never a success.
 *
 * @param job absent if DRS does not know the job (any more)
 * @param warnings what this look had to do without, for people; nothing is decided by them
 */
public record JobObservation(
    Option<JobState> job, Map<SourceServerId, ServerObservation> servers, Vector<String> warnings) {

  /** A look that lacked nothing. */
  public JobObservation(Option<JobState> job, Map<SourceServerId, ServerObservation> servers) {
    this(job, servers, Vector.empty());
  }

  /** The job itself: DRS's own status word and times. */
  public record JobState(String status, Option<Instant> startTime, Option<Instant> endTime) {}
}
