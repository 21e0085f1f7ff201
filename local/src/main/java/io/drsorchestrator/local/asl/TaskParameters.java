package io.drsorchestrator.local.asl;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The Parameters that a resource takes, each as it is or computed. */
record TaskParameters(Set<String> required, Set<String> optional) {
  private static final TaskParameters LAMBDA =
      new TaskParameters(Set.of("FunctionName"), Set.of("Payload"));
  private static final TaskParameters CHILD =
      new TaskParameters(Set.of("StateMachineArn"), Set.of("Input", "Name"));
  private static final TaskParameters METRICS =
      new TaskParameters(Set.of("Namespace", "MetricData"), Set.of());

  /** Refuses a Task whose Parameters are not those of {@code resource}. */
  static void check(Fields task, Resource resource) {
    var given = new Fields(task.where() + ", Parameters", task.json("Parameters"));
    of(resource).check(given);
  }

  private static TaskParameters of(Resource resource) {
    return switch (resource) {
      case LAMBDA_INVOKE, LAMBDA_CALLBACK -> LAMBDA;
      case CHILD_EXECUTION -> CHILD;
      case PUT_METRICS -> METRICS;
    };
  }

  private void check(Fields given) {
    var supported = new HashSet<String>();
    for (var names : List.of(required, optional)) {
      names.forEach(name -> supported.addAll(Set.of(name, name + ".$")));
    }
    given.allowOnly(supported);
    required.forEach(name -> given.onlyOneOf(name, name + ".$"));
  }
}
