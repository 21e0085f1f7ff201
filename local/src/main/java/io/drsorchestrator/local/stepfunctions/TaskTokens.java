package io.drsorchestrator.local.stepfunctions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The tokens of tasks that wait for a callback, and of those that no longer do. */
final class TaskTokens {
  private final Map<String, TaskAttempt> open = new HashMap<>();
  private final Set<String> closed = new HashSet<>();

  void open(String token, TaskAttempt attempt) {
    open.put(token, attempt);
  }

  void close(String token) {
    if (open.remove(token) != null) {
      closed.add(token);
    }
  }

  TaskAttempt waiting(String token) {
    var attempt = open.get(token);
    if (attempt != null) {
      return attempt;
    }
    throw closed.contains(token)
        ? StepFunctionsException.taskTimedOut()
        : StepFunctionsException.invalidToken();
  }
}
