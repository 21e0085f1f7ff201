package io.drsorchestrator.local.simulate.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.simulate.scenario.Operation;
import io.drsorchestrator.local.simulate.scenario.PlannedFault;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import io.drsorchestrator.local.stepfunctions.LambdaInvoker;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The Lambda service, in which invocations are refused, late, lost, repeated and timed out. */
final class Lambda implements LambdaInvoker {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final Baton baton;
  private final Surroundings surroundings;
  private final Consumer<Operation> begun;
  private final boolean isSlow;
  private final Map<Operation, String> lastRequests = new EnumMap<>(Operation.class);
  private @Nullable Container container;
  private int invocations;
  private int running;

  /**
   * {@code begun} is told of every invocation; where calls are slow, each may have to stand still.
   */
  Lambda(Baton baton, Surroundings surroundings, Consumer<Operation> begun, boolean isSlow) {
    this.baton = baton;
    this.surroundings = surroundings;
    this.begun = begun;
    this.isSlow = isSlow;
  }

  /** From now on there is a function. */
  void runs(Container function) {
    container = function;
  }

  int invocations() {
    return invocations;
  }

  boolean isIdle() {
    return running == 0;
  }

  @Nullable String lastRequest(Operation operation) {
    return lastRequests.get(operation);
  }

  void after(Duration delay, Runnable work) {
    baton.after(delay, work);
  }

  @Override
  public void invoke(String function, String payload, Consumer<InvocationResult> done) {
    var event = Json.parse(payload).orElseThrow();
    var operation = Operation.of(event);
    lastRequests.put(operation, payload);
    surroundings
        .faults()
        .onInvocation(operation, surroundings.state().get())
        .ifPresentOrElse(
            fault -> disturbed(fault, event, done), () -> begin(event, Duration.ZERO, done));
  }

  private void disturbed(PlannedFault fault, JsonNode event, Consumer<InvocationResult> done) {
    var state = surroundings.state().get();
    surroundings
        .log()
        .event(() -> "%s in %s *** %s".formatted(fault.operation(), state, fault.kind().words()));
    surroundings.coverage().struck(fault.kind(), fault.operation(), state);
    var delay = Duration.ofSeconds(fault.seconds());
    switch (fault.kind()) {
      case REFUSED -> done.accept(refusal("Lambda.TooManyRequestsException"));
      case RESULT_LOST ->
          begin(event, Duration.ZERO, unheard -> done.accept(refusal("Lambda.Unknown")));
      case LATE_INVOCATION -> baton.after(delay, () -> begin(event, Duration.ZERO, done));
      case DUPLICATE -> {
        baton.after(delay, () -> begin(event, Duration.ZERO, unheard -> {}));
        begin(event, Duration.ZERO, done);
      }
      default -> begin(event, delay, done);
    }
  }

  private static InvocationResult refusal(String error) {
    return InvocationResult.serviceError(error, "simulated");
  }

  private void begin(JsonNode event, Duration skew, Consumer<InvocationResult> done) {
    var operation = Operation.of(event);
    var ends = baton.instant().plus(TIMEOUT);
    var invocation = new Invocation(++invocations, operation, ends, skew);
    surroundings
        .log()
        .detail(() -> "%s begins in %s".formatted(invocation, surroundings.state().get()));
    begun.accept(operation);
    running++;
    Consumer<InvocationResult> once = result -> over(invocation, result, done);
    boolean canPark = isSlow || surroundings.faults().mayInterrupt(operation);
    var fiber = baton.fiber(() -> once.accept(handle(invocation, event)), canPark);
    if (canPark) {
      baton.after(TIMEOUT, () -> timeOut(invocation, fiber, once));
    }
    baton.go(invocation, fiber);
  }

  private InvocationResult handle(Invocation invocation, JsonNode event) {
    if (container == null) {
      throw new IllegalStateException("there is no function yet");
    }
    return container.handle(
        invocation,
        event,
        () -> Duration.between(baton.instant(), invocation.ends.plus(invocation.skew)));
  }

  private void over(
      Invocation invocation, InvocationResult result, Consumer<InvocationResult> done) {
    if (!invocation.isOver) {
      invocation.isOver = true;
      running--;
      surroundings
          .log()
          .detail(
              () ->
                  "%s ends in %s: %s"
                      .formatted(invocation, surroundings.state().get(), shown(result)));
      done.accept(result);
    }
  }

  private static String shown(InvocationResult result) {
    return result instanceof InvocationResult.Answer answer
        ? answer.payloadJson()
        : result.toString();
  }

  private void timeOut(Invocation invocation, Fiber fiber, Consumer<InvocationResult> once) {
    if (!invocation.isOver) {
      invocation.isDead = true;
      once.accept(Container.error("Sandbox.Timedout", "timed out"));
      baton.go(invocation, fiber);
    }
  }
}
