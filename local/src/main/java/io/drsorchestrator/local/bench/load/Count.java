package io.drsorchestrator.local.bench.load;

/** Something that must be there so many times, no more and no less. */
record Count(String what, long expected, long found) {

  boolean isRight() {
    return expected == found;
  }

  String row() {
    return "| %s | %d | %d | %s |".formatted(what, expected, found, isRight() ? "yes" : "**no**");
  }
}
