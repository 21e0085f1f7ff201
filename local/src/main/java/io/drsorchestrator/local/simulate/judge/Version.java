package io.drsorchestrator.local.simulate.judge;

import io.drsorchestrator.local.simulate.scenario.Operation;
import java.time.Instant;

/**
 * An item of the history table after a write.
 *
 * @param at number of the write in its run
 * @param operation whose write it is
 */
public record Version(int at, Instant time, Operation operation, Item item) {}
