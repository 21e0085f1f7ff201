package io.drsorchestrator.domain.wave;

import io.drsorchestrator.domain.server.ServerObservation;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * What one look at DRS told about a wave's job. A server that the answer does not name is still
 * pending: an empty answer is never a success.
 *
 * @param job absent if DRS does not know the job (any more)
 */
public record JobObservation(Option<JobState> job, Map<SourceServerId, ServerObservation> servers) {

  /** The job itself: DRS's own status word and times. */
  public record JobState(String status, Option<Instant> startTime, Option<Instant> endTime) {}
}
