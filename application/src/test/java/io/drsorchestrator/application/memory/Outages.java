package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.AwsUnavailableException;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import java.util.function.Supplier;

/** Which operations of AWS fail, and whether before or after they have had their effect. */
final class Outages {

  private Set<String> down = HashSet.empty();
  private Set<String> losing = HashSet.empty();
  private Map<String, Integer> calls = HashMap.empty();

  void fail(String operation) {
    down = down.add(operation);
  }

  void loseAnswerOf(String operation) {
    losing = losing.add(operation);
  }

  void end() {
    down = HashSet.empty();
    losing = HashSet.empty();
  }

  Map<String, Integer> calls() {
    return calls;
  }

  void forgetCalls() {
    calls = HashMap.empty();
  }

  <T> T during(String operation, Supplier<T> effect) {
    calls = calls.put(operation, 1, Integer::sum);
    if (down.contains(operation)) {
      throw unavailable(operation + " is throttled");
    }
    var answer = effect.get();
    if (losing.contains(operation)) {
      losing = losing.remove(operation);
      throw unavailable("the answer of " + operation + " got lost");
    }
    return answer;
  }

  private static AwsUnavailableException unavailable(String message) {
    return new AwsUnavailableException(message, new RuntimeException(message));
  }
}
