package io.drsorchestrator.local.bench;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Where and when something was measured, for whoever compares. */
public final class Machine {

  private Machine() {}

  public static String described() {
    return String.format(
        Locale.ROOT,
        "%s, %d processors, %s %s, Java %s, load average %.1f",
        Instant.now().truncatedTo(ChronoUnit.MINUTES),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
