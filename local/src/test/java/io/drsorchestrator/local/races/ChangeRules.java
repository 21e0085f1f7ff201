package io.drsorchestrator.local.races;

import io.drsorchestrator.local.races.History.Version;
import io.drsorchestrator.local.simulate.judge.Item;
import io.drsorchestrator.local.simulate.judge.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What one write may change: I2, I3, I5, I7, I9, I11. */
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

  private final List<Violation> violations = new ArrayList<>();

  private ChangeRules() {}

  static Stream<Violation> check(List<Version> versions) {
    var rules = new ChangeRules();
    IntStream.range(1, versions.size())
        .forEach(i -> rules.change(versions.get(i - 1).item(), versions.get(i)));
    return rules.violations.stream();
  }

  private void change(Item before, Version version) {
    var after = version.item();
    boolean lifecycle = LIFECYCLE.stream().anyMatch(name -> differs(before, after, name));
    require("I2", !before.hasEnded() || !lifecycle, before, version);
    require("I3", !isPoll(before, version) || !lifecycle, before, version);
    require("I5", before.waves().size() == after.waves().size(), before, version);
    require("I7", !isCompleted(before, after) || isFinalize(version), before, version);
    if (before.waves().size() == after.waves().size()) {
      IntStream.range(0, after.waves().size())
          .forEach(n -> wave(before.waves().get(n), after.waves().get(n), before, version));
    }
  }

  private void wave(Item was, Item is, Item before, Version version) {
    boolean launched = was.has("jobId");
    require(
        "I5",
        WAVE_MOVES.getOrDefault(was.status(), Set.of()).contains(is.status())
            && was.text("waveNumber").equals(is.text("waveNumber")),
        before,
        version);
    require(
        "I5",
        !(launched && was.status().equals("POLLING") && is.status().equals("CANCELLED")),
        before,
        version);
    require("I9", !launched || was.text("jobId").equals(is.text("jobId")), before, version);
    servers(was.servers(), is.servers(), before, version);
  }

  private void servers(List<Item> known, List<Item> now, Item before, Version version) {
    require("I11", now.size() >= known.size(), before, version);
    for (int i = 0; i < Math.min(known.size(), now.size()); i++) {
      var was = known.get(i);
      var is = now.get(i);
      require("I11", FACTS.stream().noneMatch(f -> isLost(was, is, f)), before, version);
      require("I11", !isDecided(was) || isDecided(is), before, version);
    }
  }

  private static boolean isLost(Item was, Item is, String fact) {
    return isKnown(was, fact) && !isKnown(is, fact);
  }

  private static boolean isKnown(Item server, String fact) {
    var value = server.text(fact);
    return !value.isEmpty() && !value.equals("0") && !value.equals(server.text("sourceServerId"));
  }

  private static boolean isDecided(Item server) {
    return Set.of("LAUNCHED", "FAILED").contains(server.text("launchStatus"));
  }

  private static boolean isCompleted(Item before, Item after) {
    return !before.status().equals("COMPLETED") && after.status().equals("COMPLETED");
  }

  private static boolean isFinalize(Version version) {
    return version.operation().equals("finalize");
  }

  private static boolean isPoll(Item before, Version version) {
    return version.operation().equals("poll") || differs(before, version.item(), "lastPolledTime");
  }

  private static boolean differs(Item before, Item after, String name) {
    return !before.text(name).equals(after.text(name)) || before.has(name) != after.has(name);
  }

  private void require(String invariant, boolean holds, Item before, Version version) {
    if (!holds) {
      var after = version.item();
      violations.add(
          new Violation(
              invariant,
              "%s at %d: %s %s -> %s %s"
                  .formatted(
                      version.operation(),
                      version.at(),
                      before.status(),
                      before.waveStatuses(),
                      after.status(),
                      after.waveStatuses())));
    }
  }
}
