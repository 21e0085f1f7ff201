package io.drsorchestrator.local.simulate.judge;

import io.drsorchestrator.local.simulate.scenario.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold between an item and its next version: I2, I3, I5, I6, I7, I9, I11. */
final class ChangeRules {

  private static final Map<String, Set<String>> WAVE_MOVES =
      Map.of(
          "PENDING", Set.of("PENDING", "POLLING", "FAILED", "CANCELLED"),
          "POLLING", Set.of("POLLING", "COMPLETED", "FAILED", "CANCELLED"),
          "COMPLETED", Set.of("COMPLETED"),
          "FAILED", Set.of("FAILED"),
          "CANCELLED", Set.of("CANCELLED"));

  private static final List<String> LIFECYCLE =
      List.of(
          "status",
          "version",
          "pauseRequest",
          "resumeRequest",
          "cancelRequest",
          "taskToken",
          "pausedBeforeWave");

  private static final List<String> FACTS =
      List.of(
          "serverName",
          "launchTime",
          "instanceId",
          "privateIp",
          "hostname",
          "instanceType",
          "instanceState",
          "ipAddress",
          "error");

  private final Item before;
  private final Item after;
  private final Operation operation;
  private final List<Violation> violations = new ArrayList<>();

  private ChangeRules(Item before, Item after, Operation operation) {
    this.before = before;
    this.after = after;
    this.operation = operation;
  }

  static Stream<Violation> check(Item before, Version next) {
    var rules = new ChangeRules(before, next.item(), next.operation());
    rules.execution();
    if (before.waves().size() == next.item().waves().size()) {
      for (int n = 0; n < before.waves().size(); n++) {
        rules.wave(before.waves().get(n), next.item().waves().get(n), n);
      }
    }
    return rules.violations.stream();
  }

  private void execution() {
    boolean lifecycle = LIFECYCLE.stream().anyMatch(this::differs);
    require("I2", !before.hasEnded() || !lifecycle);
    require("I3", operation != Operation.POLL || !lifecycle);
    require("I3", !differs("lastPolledTime") || !lifecycle);
    require("I5", before.waves().size() == after.waves().size());
    require("I5", before.text("totalWaves").equals(after.text("totalWaves")));
    require("I7", !becomes("COMPLETED") || operation == Operation.FINALIZE);
    require("I8", !before.has("cancelRequest") || after.has("cancelRequest"));
    require("I8", !isCancelling() || Set.of("CANCELLING", "CANCELLED").contains(after.status()));
    require("I6", !becomes("PAUSED") || operation == Operation.HOLD);
    require("I6", !before.status().equals("PAUSED") || after.status().equals("PAUSED") || left());
  }

  private boolean isCancelling() {
    return before.status().equals("CANCELLING");
  }

  /** A gate is left by the workflow's resume after an operator's, or for good. */
  private boolean left() {
    return after.hasEnded() || (operation == Operation.GO_ON && before.has("resumeRequest"));
  }

  private void wave(Item was, Item is, int number) {
    boolean launched = was.has("jobId");
    require("I5", WAVE_MOVES.getOrDefault(was.status(), Set.of()).contains(is.status()));
    require("I5", was.text("waveNumber").equals(is.text("waveNumber")));
    require("I5", !(launched && was.status().equals("POLLING") && is.status().equals("CANCELLED")));
    require("I9", !launched || was.text("jobId").equals(is.text("jobId")));
    if (was.status().equals("PENDING") && is.status().equals("POLLING")) {
      start(number, was);
    }
    servers(was.servers(), is.servers());
  }

  /** A gate, and a pause that somebody asked for, hold the next wave back. */
  private void start(int number, Item wave) {
    boolean paused = before.status().equals("PAUSED");
    require("I6", paused || !wave.flag("pauseBeforeWave"));
    require("I6", paused || !before.has("pauseRequest"));
    require("I6", !paused || before.number("pausedBeforeWave") == number);
  }

  private void servers(List<Item> known, List<Item> now) {
    require("I11", now.size() >= known.size());
    for (int i = 0; i < Math.min(known.size(), now.size()); i++) {
      var was = known.get(i);
      var is = now.get(i);
      require("I11", FACTS.stream().noneMatch(fact -> isKnown(was, fact) && !isKnown(is, fact)));
      require("I11", !isDecided(was) || isDecided(is));
    }
  }

  private static boolean isKnown(Item server, String fact) {
    var value = server.text(fact);
    return !value.isEmpty() && !value.equals("0") && !value.equals(server.text("sourceServerId"));
  }

  private static boolean isDecided(Item server) {
    return Set.of("LAUNCHED", "FAILED").contains(server.text("launchStatus"));
  }

  private boolean becomes(String status) {
    return !before.status().equals(status) && after.status().equals(status);
  }

  private boolean differs(String name) {
    return !before.text(name).equals(after.text(name)) || before.has(name) != after.has(name);
  }

  private void require(String invariant, boolean holds) {
    if (!holds) {
      violations.add(
          new Violation(
              invariant,
              "%s: %s %s -> %s %s"
                  .formatted(
                      operation,
                      before.status(),
                      before.waveStatuses(),
                      after.status(),
                      after.waveStatuses())));
    }
  }
}
