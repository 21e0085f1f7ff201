package io.drsorchestrator.reuse;

import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.JobObservation;
import io.vavr.collection.Vector;

/** The backup software: it restores machines, and tells how far it is. */
interface Restores {

  JobId start(Vector<SourceServerId> machines);

  JobObservation look(JobId job);
}
