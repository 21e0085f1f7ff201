package io.drsorchestrator.local.asl;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeSet;

/** The rule that every state is reached and no transition leads nowhere. */
final class GraphCheck {
  private final Map<String, State> states;
  private final TreeSet<String> unreached;
  private final ArrayDeque<State> reached = new ArrayDeque<>();

  private GraphCheck(Map<String, State> states) {
    this.states = states;
    this.unreached = new TreeSet<>(states.keySet());
  }

  static void check(String startAt, Map<String, State> states) {
    var check = new GraphCheck(states);
    check.follow("The state machine", startAt);
    check.explore();
    if (!check.unreached.isEmpty()) {
      throw new InvalidDefinitionException(
          "The state machine", "no transition leads to " + check.unreached);
    }
  }

  private void explore() {
    while (!reached.isEmpty()) {
      var state = reached.remove();
      state.successors().forEach(next -> follow(StateParser.where(state.name()), next));
    }
  }

  private void follow(String where, String next) {
    var state = states.get(next);
    if (state == null) {
      throw new InvalidDefinitionException(
          where, "leads to the state '" + next + "', which does not exist");
    }
    if (unreached.remove(next)) {
      reached.add(state);
    }
  }
}
