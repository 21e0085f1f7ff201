package io.drsorchestrator.local.simulate.scenario;

/** A moment in an execution at which somebody may do something. */
public enum Occasion {
  /** Before there is an execution. */
  BEGIN,
  PENDING,
  POLLING,
  PAUSED,
  CANCELLING,
  COMPLETED,
  FAILED,
  CANCELLED,
  /** The job of a wave is on record. */
  WAVE_LAUNCHED,
  /** The last poll of a wave is on record, and the workflow is about to go on. */
  WAVE_COMPLETED,
  /** An operator has lifted a gate, and the workflow is about to hear of it. */
  GATE_LIFTED,
  CREATE_BEGINS,
  ADOPT_BEGINS,
  START_WAVE_BEGINS,
  POLL_BEGINS,
  HOLD_BEGINS,
  PAUSE_BEGINS,
  GO_ON_BEGINS,
  RESUME_BEGINS,
  CANCEL_BEGINS,
  UPDATE_BEGINS,
  FINALIZE_BEGINS,
  FIND_BEGINS,
  WORKFLOW_ENDED_BEGINS;

  /** The moment at which that state is entered. */
  public static Occasion entering(State state) {
    return state == State.NONE ? BEGIN : valueOf(state.name());
  }

  /** The moment at which an invocation for that operation begins. */
  public static Occasion beginning(Operation operation) {
    return valueOf(operation.name() + "_BEGINS");
  }
}
