package io.drsorchestrator.local.simulate.run;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.simulate.scenario.Operation;
import io.drsorchestrator.local.simulate.scenario.PlannedFault;
import io.drsorchestrator.local.simulate.scenario.State;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import io.drsorchestrator.local.stepfunctions.LambdaInvoker;
import io.drsorchestrator.local.time.VirtualScheduler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The Lambda service with the handler, one invocation running at a time. */
final class Lambda implements LambdaInvoker, InstantSource {

  static final Duration TIMEOUT = Duration.ofMinutes(5);

  /** The exceptions that workflows are to get. */
  private static final Set<String> EXPECTED =
      Set.of("RetryableFaultException", "FinalFaultException", "AwsRefusedException");

  private final VirtualScheduler time;
  private final Executor threads;
  private final Faults faults;
  private final RunLog log;
  private final Coverage coverage;
  private final Supplier<State> state;
  private final Consumer<String> surprises;
  private final Consumer<Operation> begun;
  private final Map<Operation, String> lastRequests = new EnumMap<>(Operation.class);
  private final Map<Invocation, Fiber> standing = new LinkedHashMap<>();
  private @Nullable Supplier<RequestStreamHandler> containers;
  private @Nullable RequestStreamHandler warm;
  private @Nullable Invocation current;
  private @Nullable Fiber fiber;
  private boolean isSlow;
  private int invocations;
  private int running;

  Lambda(
      VirtualScheduler time,
      Executor threads,
      Faults faults,
      RunLog log,
      Coverage coverage,
      Supplier<State> state,
      Consumer<String> surprises,
      Consumer<Operation> begun) {
    this.time = time;
    this.threads = threads;
    this.faults = faults;
    this.log = log;
    this.coverage = coverage;
    this.state = state;
    this.surprises = surprises;
    this.begun = begun;
  }

  /** From now on every invocation may have to stand still at any call. */
  void isSlow() {
    isSlow = true;
  }

  /** Every container has a handler of its own; a crash takes its container with it. */
  void runs(Supplier<RequestStreamHandler> handlers) {
    containers = handlers;
  }

  /** The time as the running invocation sees it. */
  @Override
  public Instant instant() {
    var now = time.instant();
    return current == null ? now : now.plus(current.skew);
  }

  @Nullable Invocation current() {
    return current;
  }

  State state() {
    return state.get();
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
    time.after(delay, work);
  }

  @Override
  public void invoke(String function, String payload, Consumer<InvocationResult> done) {
    var event = json(payload);
    var operation = Operation.of(event);
    lastRequests.put(operation, payload);
    var struck = faults.onInvocation(operation, state());
    struck.ifPresent(
        fault -> {
          log.event(() -> "%s in %s *** %s".formatted(operation, state(), fault.kind().words()));
          coverage.struck(fault.kind(), operation, state());
        });
    struck.ifPresentOrElse(
        fault -> disturbed(fault, event, done), () -> begin(event, Duration.ZERO, done));
  }

  private void disturbed(PlannedFault fault, JsonNode event, Consumer<InvocationResult> done) {
    var delay = Duration.ofSeconds(fault.seconds());
    switch (fault.kind()) {
      case REFUSED ->
          done.accept(
              InvocationResult.serviceError("Lambda.TooManyRequestsException", "simulated"));
      case RESULT_LOST ->
          begin(
              event,
              Duration.ZERO,
              unheard -> done.accept(InvocationResult.serviceError("Lambda.Unknown", "simulated")));
      case LATE_INVOCATION -> time.after(delay, () -> begin(event, Duration.ZERO, done));
      case DUPLICATE -> {
        time.after(delay, () -> begin(event, Duration.ZERO, unheard -> {}));
        begin(event, Duration.ZERO, done);
      }
      default -> begin(event, delay, done);
    }
  }

  private void begin(JsonNode event, Duration skew, Consumer<InvocationResult> done) {
    var operation = Operation.of(event);
    var invocation = new Invocation(++invocations, operation, time.instant().plus(TIMEOUT), skew);
    log.detail(() -> "%s begins in %s".formatted(invocation, state()));
    begun.accept(operation);
    running++;
    Consumer<InvocationResult> once = result -> over(invocation, result, done);
    Runnable work = () -> once.accept(handle(invocation, event));
    if (isSlow || faults.mayInterrupt(operation)) {
      var thread = Fiber.on(threads, work);
      time.at(invocation.ends, () -> timeOut(invocation, thread, once));
      go(invocation, thread);
    } else {
      go(invocation, Fiber.here(work));
    }
  }

  private void over(
      Invocation invocation, InvocationResult result, Consumer<InvocationResult> done) {
    if (!invocation.isOver) {
      invocation.isOver = true;
      running--;
      log.detail(() -> "%s ends in %s: %s".formatted(invocation, state(), shown(result)));
      done.accept(result);
    }
  }

  private static String shown(InvocationResult result) {
    return result instanceof InvocationResult.Answer answer
        ? answer.payloadJson()
        : result.toString();
  }

  private void go(Invocation invocation, Fiber thread) {
    var before = current;
    var fiberBefore = fiber;
    current = invocation;
    fiber = thread;
    thread.resume();
    current = before;
    fiber = fiberBefore;
  }

  /** The process is killed: where it stands still, it unwinds without any further effect. */
  private void timeOut(Invocation invocation, Fiber thread, Consumer<InvocationResult> once) {
    if (!invocation.isOver) {
      invocation.isDead = true;
      once.accept(error("Sandbox.Timedout", "timed out"));
      go(invocation, thread);
    }
  }

  private InvocationResult handle(Invocation invocation, JsonNode event) {
    var output = new ByteArrayOutputStream();
    try {
      container()
          .handleRequest(
              new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)),
              output,
              new SimulatedContext(() -> Duration.between(time.instant(), invocation.ends)));
      return answered(invocation, output.toString(StandardCharsets.UTF_8));
    } catch (Crash e) {
      warm = null;
      return error("Runtime.ExitError", "simulated crash");
    } catch (IOException | RuntimeException e) {
      return failed(invocation, e);
    }
  }

  private InvocationResult answered(Invocation invocation, String answer) {
    if (answer.contains("INTERNAL_ERROR")) {
      surprises.accept(invocation.operation + " was answered " + answer);
    }
    return InvocationResult.success(answer);
  }

  /** What nobody expects is a defect, whatever the workflow makes of it. */
  private InvocationResult failed(Invocation invocation, Exception fault) {
    if (!EXPECTED.contains(fault.getClass().getSimpleName())) {
      surprises.accept(invocation.operation + " failed with " + fault);
    }
    return error(fault.getClass().getName(), String.valueOf(fault.getMessage()));
  }

  private RequestStreamHandler container() {
    if (warm == null) {
      if (containers == null) {
        throw new IllegalStateException("there is no handler yet");
      }
      warm = containers.get();
    }
    return warm;
  }

  private static InvocationResult error(String type, String message) {
    return InvocationResult.functionError(
        JsonNodeFactory.instance
            .objectNode()
            .put("errorType", type)
            .put("errorMessage", message)
            .toString());
  }

  /**
   * Lets others have their turns until that time has passed; the invocation may be dead by then.
   */
  void sleep(Duration duration) {
    var self = current;
    var thread = fiber;
    if (self == null || thread == null || !thread.canPark()) {
      throw new IllegalStateException("nothing here can stand still");
    }
    time.after(duration, () -> wake(self, thread));
    standing.put(self, thread);
    thread.park();
    standing.remove(self);
    checkAlive();
  }

  private void wake(Invocation invocation, Fiber thread) {
    if (!invocation.isOver) {
      go(invocation, thread);
    }
  }

  /** Nothing goes on any more. */
  void killAll() {
    List.copyOf(standing.entrySet())
        .forEach(
            one -> {
              one.getKey().isDead = true;
              one.getKey().isOver = true;
              go(one.getKey(), one.getValue());
            });
  }

  void checkAlive() {
    if (current != null && current.isDead) {
      throw new Crash("is dead");
    }
  }

  Crash crash() {
    if (current != null) {
      current.isDead = true;
    }
    return new Crash("simulated");
  }

  private static JsonNode json(String payload) {
    return Json.parse(payload).orElseThrow(() -> new IllegalStateException("not JSON: " + payload));
  }
}
