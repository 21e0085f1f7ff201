package io.drsorchestrator.local.stepfunctions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A Lambda that answers what the test says, in order, and keeps what it was asked. */
public final class ScriptedLambda implements LambdaInvoker {
  private final List<String> payloads = new ArrayList<>();
  private final List<String> functions = new ArrayList<>();
  private final List<Consumer<InvocationResult>> unanswered = new ArrayList<>();
  private final ArrayDeque<InvocationResult> answers = new ArrayDeque<>();

  /** Answers the next invocation that has no answer yet. */
  public ScriptedLambda answering(InvocationResult... results) {
    answers.addAll(List.of(results));
    return this;
  }

  /** Returns {@code json} once. */
  public ScriptedLambda returning(String json) {
    return answering(InvocationResult.success(json));
  }

  /** Throws an error of {@code type} {@code times} times. */
  public ScriptedLambda failing(String type, int times) {
    for (int i = 0; i < times; i++) {
      answering(
          InvocationResult.functionError(
              "{\"errorType\":\"" + type + "\",\"errorMessage\":\"no\"}"));
    }
    return this;
  }

  @Override
  public void invoke(String functionName, String payloadJson, Consumer<InvocationResult> done) {
    functions.add(functionName);
    payloads.add(payloadJson);
    var answer = answers.poll();
    if (answer == null) {
      unanswered.add(done);
    } else {
      done.accept(answer);
    }
  }

  /** What was asked, oldest first. */
  public List<String> payloads() {
    return payloads;
  }

  List<String> functions() {
    return functions;
  }

  /** Answers an invocation that was left without answer, counted from zero. */
  void answerLate(int invocation, String json) {
    unanswered.get(invocation).accept(InvocationResult.success(json));
  }
}
