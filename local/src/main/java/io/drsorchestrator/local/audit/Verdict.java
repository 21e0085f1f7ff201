package io.drsorchestrator.local.audit;

import io.vavr.collection.Vector;

/**
 * What the events of one execution prove.
 *
 * @param outcome as far as they go: its last status
 * @param versions how many steps are on record
 */
public record Verdict(String executionId, String outcome, int versions, Vector<Finding> findings) {

  /** Whether the lines agree with each other. */
  public enum Result {
    CONSISTENT,
    /** What is there agrees, but something is missing. */
    INCOMPLETE,
    BROKEN
  }

  public Result result() {
    if (findings.isEmpty()) {
      return Result.CONSISTENT;
    }
    return findings.forAll(finding -> finding.rule() == Rule.GAP)
        ? Result.INCOMPLETE
        : Result.BROKEN;
  }
}
