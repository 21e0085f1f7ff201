package io.drsorchestrator.local.conformance;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which cases a broken handler fails: {@code defects.txt}, a defect and a case a line. {@code
 * sometimes} behind them says that it depends on who is faster.
 */
final class FailingCases {

  private static final String FILE = "/conformance/defects.txt";

  private FailingCases() {}

  static Set<String> of(String defect) {
    return lines(defect).map(line -> line[1]).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those that fail whoever is faster. */
  static Set<String> certain(String defect) {
    return lines(defect)
        .filter(line -> line.length == 2)
        .map(line -> line[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String[]> lines(String defect) {
    return Resources.text(FILE)
        .lines()
        .map(line -> line.split(" ", 3))
        .filter(line -> line[0].equals(defect));
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
