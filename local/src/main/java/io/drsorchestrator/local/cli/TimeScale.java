package io.drsorchestrator.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The values that {@code --time-scale} may have. */
final class TimeScale {

  private static final int MAX = 120;

  private TimeScale() {}

  static void check(CommandLine commandLine, int timeScale) {
    if (timeScale < 1 || timeScale > MAX) {
      throw new ParameterException(
          commandLine, "--time-scale is " + timeScale + ", allowed: 1 to " + MAX);
    }
  }
}
