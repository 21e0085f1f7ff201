package io.drsorchestrator.application.delete;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.control.Option;

/**
 * A job that DRS was asked for.
 *
 * @param scope where it runs; absent if the item does not tell
 */
record LaunchedJob(Option<DrsScope> scope, JobId id) {}
