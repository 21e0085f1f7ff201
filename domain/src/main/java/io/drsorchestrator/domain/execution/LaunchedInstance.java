package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * A recovery instance that an execution launched and that nobody is known to have terminated.
 *
 * @param instanceId absent until DRS has named it
 * @param serverId of the source server; absent from items that do not tell
 * @param region absent where the record does not tell where the wave ran
 * @param since when it was launched; absent if nobody stored it
 */
public record LaunchedInstance(
    Option<String> instanceId,
    Option<String> serverId,
    Option<String> serverName,
    Option<String> accountId,
    Option<String> region,
    WaveNumber wave,
    Option<Instant> since) {}
