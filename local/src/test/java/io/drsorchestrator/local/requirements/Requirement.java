package io.drsorchestrator.local.requirements;

import io.vavr.collection.Vector;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A row of {@code docs/requirements.md}: a number, and the names of what holds it. */
record Requirement(String id, String gist, Vector<String> holders, Vector<String> changes) {

  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final int CELLS = 4;

  /** All rows that begin with a number: those of headings begin with nothing or with dashes. */
  static Vector<Requirement> of(String document) {
    return Vector.ofAll(document.lines().filter(line -> line.matches("\\| [A-Z].*")))
        .map(Requirement::row);
  }

  private static Requirement row(String line) {
    var cells = Vector.of(line.split("\\|", -1)).map(String::strip).drop(1).dropRight(1);
    if (cells.size() != CELLS) {
      throw new IllegalArgumentException("not four cells: " + line);
    }
    return new Requirement(cells.get(0), cells.get(1), names(cells.get(2)), names(cells.get(3)));
  }

  private static Vector<String> names(String cell) {
    return Vector.ofAll(NAME.matcher(cell).results().map(MatchResult::group))
        .map(name -> name.replace("`", ""));
  }
}
