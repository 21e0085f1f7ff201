package io.drsorchestrator.local.races;

import io.drsorchestrator.local.races.History.Version;
import io.drsorchestrator.local.simulate.judge.Item;
import io.drsorchestrator.local.simulate.judge.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Gates and pauses (I6): what was asked for holds back the next wave. */
final class GateRules {

  private final List<Violation> violations = new ArrayList<>();
  private boolean pauseIsDue;

  private GateRules() {}

  static Stream<Violation> check(List<Version> versions) {
    var rules = new GateRules();
    for (int i = 1; i < versions.size(); i++) {
      rules.change(versions.get(i - 1).item(), versions.get(i));
    }
    return rules.violations.stream();
  }

  private void change(Item before, Version version) {
    var after = version.item();
    for (int n = 0; n < Math.min(before.waves().size(), after.waves().size()); n++) {
      if (isStart(before.waves().get(n), after.waves().get(n))) {
        start(n, before, after);
      }
    }
    if (after.has("resumeRequest") && !before.has("resumeRequest")) {
      require("resume", version.operation().equals("resume"), after);
    }
    if (after.has("pauseRequest") && !before.has("pauseRequest")) {
      require("pause without a wave left", after.hasWave("PENDING"), after);
      pauseIsDue = true;
    }
    if (after.status().equals("PAUSED")) {
      pauseIsDue = false;
    }
  }

  private static boolean isStart(Item was, Item is) {
    return was.status().equals("PENDING") && is.status().equals("POLLING");
  }

  private void start(int wave, Item before, Item after) {
    boolean paused = before.status().equals("PAUSED");
    require("pause not honoured", !pauseIsDue, after);
    require("gate", paused || !before.waves().get(wave).flag("pauseBeforeWave"), after);
    require(
        "resume",
        !paused || (before.has("resumeRequest") && before.number("pausedBeforeWave") == wave),
        after);
  }

  private void require(String what, boolean holds, Item after) {
    if (!holds) {
      violations.add(
          new Violation("I6", what + ": " + after.status() + " " + after.waveStatuses()));
    }
  }
}
