package io.drsorchestrator.local.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What so many invocations took, one after another on this thread: by the clock, of the processor,
 * and in memory. The simulated services have threads of their own and do not count.
 */
record Figures(Spread elapsed, Spread processor, double kilobytes) {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Figures of(Runnable subject, int warmUp, int times) {
    for (int i = 0; i < warmUp; i++) {
      subject.run();
    }
    var elapsed = new ArrayList<Double>();
    var processor = new ArrayList<Double>();
    var allocated = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < times; i++) {
      measure(subject, elapsed, processor);
    }
    var kilobytes = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / 1000.0 / times;
    return new Figures(Spread.of(elapsed), Spread.of(processor), kilobytes);
  }

  private static void measure(Runnable subject, List<Double> elapsed, List<Double> processor) {
    var began = System.nanoTime();
    var own = THREADS.getCurrentThreadCpuTime();
    subject.run();
    processor.add((THREADS.getCurrentThreadCpuTime() - own) / 1e6);
    elapsed.add((System.nanoTime() - began) / 1e6);
  }

  String row(String name, int servers, Figures baseline) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f |",
        name,
        servers,
        elapsed.percentile(50),
        elapsed.percentile(95),
        processor.percentile(50),
        processor.percentile(95),
        processor.percentile(50) / baseline.processor.percentile(50),
        kilobytes);
  }
}
