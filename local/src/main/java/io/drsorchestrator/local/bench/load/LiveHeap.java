package io.drsorchestrator.local.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the processes of the function hold in memory after a full collection, from time to time: the
 * JDK's {@code jcmd} collects before it counts.
 */
final class LiveHeap implements AutoCloseable {

  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
  private static final Pattern TOTAL = Pattern.compile("Total +[0-9]+ +([0-9]+)");
  private static final int FEWEST = 6;

  /** More than this part above the first third is no longer flat. */
  private static final double FLAT = 0.1;

  private final List<Double> megabytes = new ArrayList<>();
  private int warm;
  private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();

  static LiveHeap every(Duration interval) {
    var heap = new LiveHeap();
    var every = interval.toMillis();
    var unused =
        heap.schedule.scheduleWithFixedDelay(heap::sample, every, every, TimeUnit.MILLISECONDS);
    return heap;
  }

  /** From now on nothing is new to the processes: classes are loaded and clients made. */
  void warm() {
    synchronized (megabytes) {
      warm = megabytes.size();
    }
  }

  /** The mean of the processes: fewer of them run at first. */
  private void sample() {
    var sizes =
        ProcessHandle.current()
            .children()
            .filter(LiveHeap::isFunction)
            .mapToDouble(process -> live(process.pid()))
            .filter(size -> size > 0)
            .average();
    synchronized (megabytes) {
      sizes.ifPresent(megabytes::add);
    }
  }

  /** This process starts no other Java; jcmd is called jcmd. */
  private static boolean isFunction(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/java");
  }

  /** 0 where it cannot be told: no JDK, or a process that has just begun or ended. */
  private static double live(long pid) {
    try {
      var jcmd = new ProcessBuilder(JCMD.toString(), "" + pid, "GC.class_histogram");
      var process = jcmd.redirectErrorStream(true).start();
      try (var output = process.inputReader()) {
        var total = output.lines().map(TOTAL::matcher).filter(m -> m.find()).findFirst();
        return total.map(found -> Double.parseDouble(found.group(1)) / 1e6).orElse(0.0);
      }
    } catch (IOException e) {
      return 0;
    }
  }

  String table() {
    List<Double> samples;
    List<Double> all;
    synchronized (megabytes) {
      samples = List.copyOf(megabytes);
      all = samples.subList(warm, samples.size());
    }
    if (all.size() < FEWEST) {
      return "Memory: too few samples (%d) to say anything.".formatted(all.size());
    }
    var third = all.size() / 3;
    var first = mean(all.subList(0, third));
    var last = mean(all.subList(all.size() - third, all.size()));
    return String.format(
        Locale.ROOT,
        """
        | live heap of a process of the function | samples | first third, MB | last third, MB | largest, MB | flat |
        | --- | --- | --- | --- | --- | --- |
        | after a full collection, once all had been started | %d | %.1f | %.1f | %.1f | %s |

        Every sample from the first start on, in MB: %s.\
        """,
        all.size(),
        first,
        last,
        all.stream().mapToDouble(Double::doubleValue).max().orElse(0),
        last <= first * (1 + FLAT) ? "yes" : "**no**",
        samples.stream()
            .map(one -> String.format(Locale.ROOT, "%.1f", one))
            .collect(Collectors.joining(", ")));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  @Override
  public void close() {
    schedule.shutdownNow();
  }
}
