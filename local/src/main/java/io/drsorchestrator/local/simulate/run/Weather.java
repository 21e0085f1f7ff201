package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.local.simulate.run.CallTrouble.Kind;
import io.drsorchestrator.local.simulate.scenario.Call;
import io.drsorchestrator.local.simulate.scenario.Operation;
import io.drsorchestrator.local.simulate.scenario.PlannedFault;
import io.drsorchestrator.local.simulate.store.Answering;
import io.drsorchestrator.local.simulate.store.Question;
import java.time.Duration;
import java.util.function.IntFunction;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** What stands between the handler and every service: here faults strike, and time passes. */
final class Weather implements Answering {

  /** Whoever watches the calls. */
  interface Observer {

    void begins(Call call, Invocation invocation);

    /** It has had its effect; a refused one has none. */
    void done(Call call, Invocation invocation);
  }

  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(10);

  /** As often as a client of the SDK tries, without the pauses in between. */
  private static final int ATTEMPTS = 3;

  private static final int STALE_WRITES = 2;

  private final Baton baton;
  private final Latency latency;
  private final Surroundings surroundings;
  private final Observer observer;
  private Operation writer = Operation.FIND;

  Weather(Baton baton, Latency latency, Surroundings surroundings, Observer observer) {
    this.baton = baton;
    this.latency = latency;
    this.surroundings = surroundings;
    this.observer = observer;
  }

  /** A call to DynamoDB, repeated as the SDK repeats it. */
  @Override
  public <T> T answer(Question<T> question) {
    var call = new Call("dynamodb", question.operation(), question.isWrite(), question.isIndex());
    var trouble = Kind.NO_ANSWER;
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        return pass(call, question.effect());
      } catch (CallTrouble e) {
        trouble = e.kind();
      }
    }
    throw inWordsOfDynamoDb(trouble);
  }

  private static RuntimeException inWordsOfDynamoDb(Kind trouble) {
    return switch (trouble) {
      case THROTTLED ->
          ProvisionedThroughputExceededException.builder()
              .message("simulated")
              .statusCode(400)
              .awsErrorDetails(details("ProvisionedThroughputExceededException"))
              .build();
      case SERVER_ERROR ->
          InternalServerErrorException.builder()
              .message("simulated")
              .statusCode(500)
              .awsErrorDetails(details("InternalServerError"))
              .build();
      case NO_ANSWER -> SdkClientException.create("simulated: no answer");
    };
  }

  private static AwsErrorDetails details(String code) {
    return AwsErrorDetails.builder().serviceName("DynamoDb").errorCode(code).build();
  }

  /** One attempt of one call; {@code whole} is told how old an index may look. */
  <T> T pass(Call call, IntFunction<T> whole) {
    var invocation = baton.current();
    if (invocation == null) {
      return whole.apply(0);
    }
    latency.on(baton);
    baton.checkAlive();
    var state = surroundings.state().get();
    var struck = surroundings.faults().onCall(call, invocation.operation, state);
    struck.ifPresentOrElse(
        fault ->
            log()
                .event(
                    () ->
                        "%s in %s: %s *** %s"
                            .formatted(invocation, state, call, fault.kind().words())),
        () -> log().detail(() -> "%s in %s: %s".formatted(invocation, state, call)));
    surroundings.coverage().called(invocation.operation, state);
    observer.begins(call, invocation);
    IntFunction<T> effect = age -> effect(invocation, call, whole, age);
    return struck
        .map(
            fault -> {
              surroundings.coverage().struck(fault.kind(), invocation.operation, state);
              return strike(fault, call, effect);
            })
        .orElseGet(() -> effect.apply(0));
  }

  private RunLog log() {
    return surroundings.log();
  }

  private <T> T effect(Invocation invocation, Call call, IntFunction<T> whole, int age) {
    writer = invocation.operation;
    var answer = whole.apply(age);
    observer.done(call, invocation);
    return answer;
  }

  /** Whose call it is that has its effect right now. */
  Operation writer() {
    return writer;
  }

  private <T> T strike(PlannedFault fault, Call call, IntFunction<T> effect) {
    switch (fault.kind()) {
      case THROTTLE -> throw new CallTrouble(Kind.THROTTLED);
      case SERVER_ERROR -> throw new CallTrouble(Kind.SERVER_ERROR);
      case TIMEOUT_BEFORE, TOKEN_LOST -> {
        baton.sleep(ATTEMPT_TIMEOUT);
        throw new CallTrouble(Kind.NO_ANSWER);
      }
      case TIMEOUT_AFTER -> {
        quietly(effect);
        baton.sleep(ATTEMPT_TIMEOUT);
        throw new CallTrouble(Kind.NO_ANSWER);
      }
      case LATE_EFFECT, TOKEN_LATE -> {
        later(fault.seconds(), call, effect);
        baton.sleep(ATTEMPT_TIMEOUT);
        throw new CallTrouble(Kind.NO_ANSWER);
      }
      case CRASH_BEFORE -> throw baton.crash();
      case CRASH_AFTER -> {
        quietly(effect);
        throw baton.crash();
      }
      case STALE_INDEX -> {
        return effect.apply(STALE_WRITES);
      }
      default -> {
        baton.sleep(Duration.ofSeconds(fault.seconds()));
        return effect.apply(0);
      }
    }
  }

  /** Its answer, be it a refusal, reaches nobody. */
  private static void quietly(IntFunction<?> effect) {
    try {
      var unused = effect.apply(0);
    } catch (RuntimeException e) {
      return;
    }
  }

  private void later(int seconds, Call call, IntFunction<?> effect) {
    baton.after(
        Duration.ofSeconds(seconds),
        () -> {
          log().event(() -> "late effect of " + call);
          quietly(effect);
        });
  }
}
