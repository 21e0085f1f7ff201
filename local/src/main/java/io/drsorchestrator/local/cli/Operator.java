package io.drsorchestrator.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whoever decides at a gate: the person at the terminal, or nobody with {@code --auto-resume}. */
final class Operator {

  private final boolean autoResume;
  private final PrintStream out;
  private @Nullable BufferedReader answers;

  Operator(boolean autoResume, PrintStream out) {
    this.autoResume = autoResume;
    this.out = out;
  }

  static String name() {
    return System.getProperty("user.name", "operator");
  }

  /** Whether the execution shall go on; without an answer it is cancelled, not left waiting. */
  boolean letsStart(String wave) {
    if (autoResume) {
      out.println("Resuming before " + wave + " (--auto-resume)");
      return true;
    }
    while (true) {
      out.print("Paused before " + wave + ". Resume? [y = resume, c = cancel] ");
      out.flush();
      var answer = read();
      if (answer == null || answer.equals("c")) {
        out.println(answer == null ? "No answer: cancelling" : "Cancelling");
        return false;
      }
      if (answer.equals("y") || answer.equals("yes")) {
        return true;
      }
    }
  }

  private @Nullable String read() {
    try {
      if (answers == null) {
        answers = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
      }
      var line = answers.readLine();
      return line == null ? null : line.strip().toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
