package io.drsorchestrator.local.simulate.scenario;

import java.util.Set;

/** What goes wrong with one call to AWS, or with one invocation of the handler. */
public enum FaultKind {
  THROTTLE("the service throttles"),
  SERVER_ERROR("the service answers 5xx"),
  TIMEOUT_BEFORE("time-out, without effect"),
  TIMEOUT_AFTER("time-out, after the effect"),
  LATE_EFFECT("time-out, and the effect comes later"),
  CRASH_BEFORE("the function dies before the call"),
  CRASH_AFTER("the function dies after the call's effect"),
  PAUSE("the function stands still before the call"),
  SLOW_WRITER("a write to the table comes late"),
  STALE_INDEX("an index shows an older state"),
  TOKEN_LOST("no ring of the callback gets through"),
  TOKEN_LATE("the ring of the callback comes later"),
  REFUSED("Lambda refuses the invocation"),
  RESULT_LOST("the function has answered, and nobody hears it"),
  LATE_INVOCATION("the invocation begins later"),
  DUPLICATE("the event is delivered once more, later"),
  CLOCK_SKEW("the clock of this invocation is wrong");

  private static final Set<FaultKind> OF_INVOCATIONS =
      Set.of(REFUSED, RESULT_LOST, LATE_INVOCATION, DUPLICATE, CLOCK_SKEW);

  private final String words;

  FaultKind(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** Whether it strikes an invocation as a whole, not one of its calls. */
  public boolean isOfInvocation() {
    return OF_INVOCATIONS.contains(this);
  }

  /** Whether it strikes only few calls, or makes the caller try again. */
  boolean isRare() {
    return switch (this) {
      case SLOW_WRITER, STALE_INDEX, TOKEN_LOST, TOKEN_LATE, REFUSED, RESULT_LOST -> true;
      default -> false;
    };
  }

  /** Whether others get their turn in the middle of the invocation that it strikes. */
  public boolean mayInterrupt() {
    return switch (this) {
      case TIMEOUT_BEFORE, TIMEOUT_AFTER, LATE_EFFECT, PAUSE, SLOW_WRITER, TOKEN_LOST, TOKEN_LATE ->
          true;
      default -> false;
    };
  }

  /** Whether it can strike that call. */
  public boolean concerns(Call call) {
    return switch (this) {
      case SLOW_WRITER -> call.isWrite() && call.service().equals("dynamodb");
      case STALE_INDEX -> call.isIndex();
      case TOKEN_LOST, TOKEN_LATE -> call.name().equals("SendTaskSuccess");
      default -> !isOfInvocation();
    };
  }
}
