package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.local.simulate.judge.Violation;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param endings the last status of each execution
 * @param invocations how many there were
 * @param log what happened, call by call, if it was kept
 * @param story the same in short
 */
public record Outcome(
    List<String> endings,
    Optional<Violation> violation,
    Coverage coverage,
    int invocations,
    String log,
    String story) {}
