package io.drsorchestrator.local.asl;

/** What to do with each type of state. */
public interface StateVisitor {

  /** Does it for a Task. */
  void task(TaskState state);

  /** Does it for a Choice. */
  void choice(ChoiceState state);

  /** Does it for a Wait. */
  void wait(WaitState state);

  /** Does it for a Pass. */
  void pass(PassState state);

  /** Does it for a Succeed. */
  void succeed(SucceedState state);

  /** Does it for a Fail. */
  void fail(FailState state);
}
