package io.drsorchestrator.application.create;

/**
 * How many history events the workflows of a plan spend at worst; Step Functions ends one that has
 * 25,000 ({@code docs/polling.md}; {@code StaticBudgetTest} and {@code HistoryBudgetTest} count
 * them on the state machines).
 *
 * @param execution of the execution's workflow: 8 a wave, 13 a gate, and what start, end, gates
 *     that wait for a year and steps that are read again may cost once
 * @param wave of each wave's own workflow: 1,060 looks of 9 events until its deadline, or as many
 *     waits for its launch, and its start and end
 */
public record WorkflowBudget(int execution, int wave) {

  public static final int LIMIT = 25_000;

  private static final int OF_A_WAVE = 8;
  private static final int OF_A_GATE = 13;

  /** A gate that waits for a year is entered anew 1,460 times, at 4 events. */
  private static final int ONCE = 1_460 * 4 + 160;

  private static final int LOOKS = 1_060;
  private static final int OF_A_LOOK = 9;
  private static final int START_AND_END = 60;

  static final WorkflowBudget NONE = new WorkflowBudget(0, 0);

  /** Of a plan of so many waves, so many of them behind a gate. */
  public static WorkflowBudget of(int waves, int gates) {
    return new WorkflowBudget(
        ONCE + waves * OF_A_WAVE + gates * OF_A_GATE, LOOKS * OF_A_LOOK + START_AND_END);
  }

  boolean isHalfSpent() {
    return Math.max(execution, wave) > LIMIT / 2;
  }
}
