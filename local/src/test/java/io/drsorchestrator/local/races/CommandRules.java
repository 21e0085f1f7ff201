package io.drsorchestrator.local.races;

import io.drsorchestrator.local.races.History.Acknowledged;
import io.drsorchestrator.local.simulate.judge.Item;
import io.drsorchestrator.local.simulate.judge.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What operators rely on: an accepted command is kept with its author, once and for ever, and who
 * is refused is told a state that the execution was in meanwhile.
 */
final class CommandRules {

  private static final Set<String> COMMANDS = Set.of("pause", "resume", "cancel");

  private final History history;
  private final List<Violation> violations = new ArrayList<>();

  private CommandRules(History history) {
    this.history = history;
  }

  static Stream<Violation> check(History history) {
    var rules = new CommandRules(history);
    for (int i = 1; i < history.versions.size(); i++) {
      rules.change(history.versions.get(i - 1).item(), history.versions.get(i).item());
    }
    rules.eachOnce();
    history.acknowledged.forEach(rules::answered);
    return rules.violations.stream();
  }

  /** The log only grows, and only by the request that the same write stores. */
  private void change(Item before, Item after) {
    var was = log(before);
    var is = log(after);
    require("log rewritten", is.size() >= was.size() && is.subList(0, was.size()).equals(was));
    var added = is.subList(Math.min(was.size(), is.size()), is.size());
    var stored = COMMANDS.stream().filter(c -> isNew(c, before, after)).toList();
    require("log %s but stored %s".formatted(added, stored), added.size() == stored.size());
    if (added.size() == 1 && stored.size() == 1) {
      sameRequest(added.get(0), stored.get(0), after.part(attribute(stored.get(0))));
    }
  }

  private void sameRequest(Item entry, String command, Item request) {
    require(
        "the log says " + entry.attributes() + " of " + request.attributes(),
        entry.text("command").equals(command)
            && Stream.of("requestedBy", "requestedAt", "reason")
                .allMatch(field -> entry.text(field).equals(request.text(field))));
    require("nobody asked", !entry.text("requestedBy").isEmpty());
  }

  private static boolean isNew(String command, Item before, Item after) {
    return after.has(attribute(command)) && !before.has(attribute(command));
  }

  /** What a command stores while it is to be done. */
  private static String attribute(String command) {
    return command + "Request";
  }

  private static List<Item> log(Item item) {
    return item.items("operatorRequests");
  }

  /** Each click has a reason of its own. */
  private void eachOnce() {
    var seen = new HashSet<String>();
    log(history.last()).stream()
        .map(entry -> entry.text("reason"))
        .filter(reason -> !reason.isEmpty())
        .forEach(reason -> require("twice in the log: " + reason, seen.add(reason)));
  }

  private void answered(Acknowledged told) {
    if (told.isOperators() && COMMANDS.contains(told.operation())) {
      require(
          "acknowledged and not in the log: " + told.operation(),
          log(history.at(told.at())).stream()
              .anyMatch(entry -> entry.text("command").equals(told.operation())));
    }
    if (told.isRefused()) {
      require(
          told.operation() + " was told " + told.currentStatus(),
          history.during(told).anyMatch(item -> item.status().equals(told.currentStatus())));
    }
  }

  private void require(String what, boolean holds) {
    if (!holds) {
      violations.add(new Violation("COMMAND", what));
    }
  }
}
