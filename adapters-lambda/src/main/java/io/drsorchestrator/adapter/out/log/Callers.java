package io.drsorchestrator.adapter.out.log;

import org.slf4j.MDC;

/** Who has called the function, as its entry has noted it for the log. */
final class Callers {

  private Callers() {}

  static String current() {
    var caller = MDC.get("caller");
    return caller == null ? "unknown" : caller;
  }
}
