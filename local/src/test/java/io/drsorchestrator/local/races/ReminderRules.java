package io.drsorchestrator.local.races;

import io.drsorchestrator.local.races.History.Version;
import io.drsorchestrator.local.simulate.judge.Item;
import io.drsorchestrator.local.simulate.judge.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who is told of a gate and when: PAUSED has an age, and a reminder has its time. */
final class ReminderRules {

  private static final int FIRST = 30 * 60;
  private static final int NEXT = 2 * 60 * 60;

  private final List<Violation> violations = new ArrayList<>();

  private ReminderRules() {}

  static Stream<Violation> check(List<Version> versions) {
    var rules = new ReminderRules();
    for (int i = 1; i < versions.size(); i++) {
      rules.change(versions.get(i - 1).item(), versions.get(i).item());
    }
    return rules.violations.stream();
  }

  private void change(Item before, Item after) {
    boolean paused = after.status().equals("PAUSED");
    boolean waited = paused && before.status().equals("PAUSED");
    require("PAUSED has its time", paused == after.has("pausedTime"), after);
    require(
        "a wait keeps its age",
        !waited || before.text("pausedTime").equals(after.text("pausedTime")),
        after);
    require("only a gate has reminders", paused || !after.has("pauseReminder"), after);
    if (isReminder(before, after)) {
      reminder(before, after);
    }
  }

  static boolean isReminder(Item before, Item after) {
    var is = after.part("pauseReminder");
    return after.has("pauseReminder")
        && !is.text("writer").equals(before.part("pauseReminder").text("writer"));
  }

  private void reminder(Item before, Item after) {
    var was = before.part("pauseReminder");
    var is = after.part("pauseReminder");
    int due =
        was.has("count") ? was.number("remindedTime") + NEXT : before.number("pausedTime") + FIRST;
    require("a reminder is due", is.number("remindedTime") >= due, after);
    require("reminders are counted", is.number("count") == was.number("count") + 1, after);
    require("nobody had decided", !before.has("resumeRequest"), after);
  }

  private void require(String what, boolean holds, Item after) {
    if (!holds) {
      violations.add(
          new Violation(
              "REMINDER",
              "not so: "
                  + what
                  + ": "
                  + after.status()
                  + " "
                  + after.part("pauseReminder").attributes()));
    }
  }
}
