package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Instant;
import picocli.CommandLine.Help.Ansi;

/** How the progress of an execution is shown. */
interface Progress {

  /** Bars on a terminal, plain lines elsewhere. */
  static Progress on(PrintStream out) {
    var lines = new PlainProgress(out);
    return Ansi.AUTO.enabled() && out == System.out ? new BarProgress(lines) : lines;
  }

  /** Shows what is new in {@code document}. */
  void show(JsonNode document, Instant now);

  /** Makes room for a question. */
  void interrupt();

  /** Sums up the ended execution. */
  void end(JsonNode document, Instant now);
}
