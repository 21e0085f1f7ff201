package io.drsorchestrator.local.conformance;

import java.util.Set;
import java.util.TreeSet;

/** Which cases a broken handler fails: {@code defects.txt}, a defect and a case a line. */
final class FailingCases {

  private static final String FILE = "/conformance/defects.txt";

  private FailingCases() {}

  static Set<String> of(String defect) {
    var cases = new TreeSet<String>();
    Resources.text(FILE)
        .lines()
        .map(line -> line.split(" ", 2))
        .filter(line -> line[0].equals(defect))
        .forEach(line -> cases.add(line[1]));
    return cases;
  }

  /** Of every defect. */
  static Set<String> ofAny() {
    var cases = new TreeSet<String>();
    for (var defect : Defect.values()) {
      cases.addAll(defect.failingCases());
    }
    return cases;
  }
}
