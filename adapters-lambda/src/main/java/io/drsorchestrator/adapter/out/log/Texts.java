package io.drsorchestrator.adapter.out.log;

import io.drsorchestrator.domain.text.OneLine;

/** What people and other systems have said, as it may stand in a line of the log. */
final class Texts {

  private static final int LONGEST = 1000;

  private Texts() {}

  static String line(String text) {
    var line = OneLine.of(text);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
