package io.drsorchestrator.local.costs;

import io.drsorchestrator.application.poll.OneAfterAnother;
import io.vavr.collection.Vector;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/**
 * The processor time of a poll's own thread, which does everything here but what AWS would do: the
 * simulated services run on threads of their own. Every poll sees its servers launch.
 */
final class ProcessorTime {

  /** Waves of so many servers, alone in their plans. */
  private static final Vector<Integer> SERVERS = Vector.of(1, 10, 25, 50, 75, 100);

  private static final int LARGEST_WAVE = 100;
  private static final int WARM_UP = 40;
  private static final int MEASURED = 20;

  private ProcessorTime() {}

  static String table() {
    var unused = measured(LARGEST_WAVE, Vector.empty(), WARM_UP);
    var alone = SERVERS.map(servers -> row(servers, Vector.empty()));
    var inPlans = Vector.of(1, 4).map(n -> row(LARGEST_WAVE, Vector.fill(n, LARGEST_WAVE)));
    return alone.appendAll(inPlans).mkString("\n");
  }

  private static String row(int servers, Vector<Integer> earlier) {
    var times = measured(servers, earlier, MEASURED).sorted();
    var inPlan = servers + earlier.sum().intValue();
    var median = times.get(MEASURED / 2);
    return String.format(
        Locale.ROOT,
        "| %d | %d | %.1f | %.1f to %.1f | %.0f |",
        servers,
        inPlan,
        median,
        times.get(MEASURED / 4),
        times.get(MEASURED * 3 / 4),
        median * 1000 / inPlan);
  }

  /** In milliseconds. */
  private static Vector<Double> measured(int servers, Vector<Integer> earlier, int times) {
    return Vector.range(0, times).map(i -> once(servers, earlier) / 1e6);
  }

  private static long once(int servers, Vector<Integer> earlier) {
    try (var bench = new PollBench(servers, 200, new OneAfterAnother(), earlier)) {
      bench.pollAfter(Duration.ofSeconds(20));
      long began = own();
      bench.pollAfter(Duration.ofSeconds(170));
      return own() - began;
    }
  }

  private static long own() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
