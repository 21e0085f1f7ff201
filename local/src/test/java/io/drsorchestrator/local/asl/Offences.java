package io.drsorchestrator.local.asl;

import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.local.plan.PlanFile;
import java.util.Random;

/** What no simulator may do. */
public final class Offences {

  private Offences() {}

  /** Shares code with what it tests. */
  public record KnowsTheDomain(ExecutionStatus status) {}

  /** Knows the whole that it is a part of. */
  public record KnowsThePlan(PlanFile plan) {}

  /** Is another one every time. */
  public static final class DrawsWithoutSeed {

    private DrawsWithoutSeed() {}

    static Random random() {
      return new Random();
    }
  }
}
