package io.drsorchestrator.application.wave;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What an operator is told of launch settings that were not applied; short enough to be stored. */
final class LaunchWarning {

  private static final int LONGEST = 1000;
  private static final int LONGEST_PROBLEM = 240;
  private static final String FOR_ONE_SERVER_ALONE =
      "staticPrivateIp and launchIntoInstanceProperties of the protection group were left out: only"
          + " one server can have them, and the wave has several";

  private LaunchWarning() {}

  static Option<String> of(Vector<String> problems, boolean tooMuch) {
    var sentences =
        Vector.of(
                Option.when(problems.nonEmpty(), () -> listed("Launched with old", problems)),
                Option.when(tooMuch, FOR_ONE_SERVER_ALONE))
            .flatMap(sentence -> sentence);
    return Option.when(sentences.nonEmpty(), () -> bounded(sentences.mkString(". "), LONGEST));
  }

  static String unfinished(Vector<String> problems) {
    return bounded(listed("Not yet applied", problems), LONGEST);
  }

  static String unsafe(Vector<String> problems) {
    return bounded(
        listed("A drill is not launched into another network than its own; not applied", problems),
        LONGEST);
  }

  private static String listed(String what, Vector<String> problems) {
    return problems
        .map(problem -> bounded(problem, LONGEST_PROBLEM))
        .mkString(what + " launch settings of " + problems.size() + " servers: ", "; ", "");
  }

  private static String bounded(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 3) + "...";
  }
}
