package io.drsorchestrator.local.bench.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.local.bench.Spread;
import io.drsorchestrator.local.system.LocalSystem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The schedule of the reconciler: every simulated minute, whether the last one has ended or not.
 */
final class MinuteFinds implements AutoCloseable {

  private final LocalSystem system;
  private final Duration interval;
  private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService invocations = Executors.newCachedThreadPool();

  private MinuteFinds(LocalSystem system, Duration interval) {
    this.system = system;
    this.interval = interval;
  }

  static MinuteFinds every(Duration interval, LocalSystem system) {
    var finds = new MinuteFinds(system, interval);
    var every = interval.toMillis();
    var unused =
        finds.schedule.scheduleAtFixedRate(finds::begin, every, every, TimeUnit.MILLISECONDS);
    return finds;
  }

  private void begin() {
    invocations.execute(this::find);
  }

  private void find() {
    var began = System.nanoTime();
    var unused = system.invoke(JsonNodeFactory.instance.objectNode().put("source", "aws.events"));
    millis.add((System.nanoTime() - began) / 1e6);
  }

  String table() {
    var spread = Spread.of(List.copyOf(millis));
    var all = spread.sorted().size();
    if (all == 0) {
      return "All was over before the first minute's find.";
    }
    var inTime = spread.sorted().stream().filter(one -> one < interval.toMillis()).count();
    return String.format(
        Locale.ROOT,
        """
        | runs of find | p50, s | p95, s | longest, s | next one due after, s | ended before that |
        | --- | --- | --- | --- | --- | --- |
        | %d | %.2f | %.2f | %.2f | %.0f | %d of %d |\
        """,
        all,
        spread.percentile(50) / 1000,
        spread.percentile(95) / 1000,
        spread.percentile(100) / 1000,
        interval.toMillis() / 1000.0,
        inTime,
        all);
  }

  @Override
  public void close() {
    schedule.shutdownNow();
    invocations.shutdown();
    try {
      if (!invocations.awaitTermination(1, TimeUnit.MINUTES)) {
        invocations.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
