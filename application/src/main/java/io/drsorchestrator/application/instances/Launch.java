package io.drsorchestrator.application.instances;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.domain.wave.JobId;

/** A wave of an execution and the DRS job that launched its servers. */
record Launch(StoredWave wave, JobId job, DrsScope scope) {}
