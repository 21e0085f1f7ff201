package io.drsorchestrator.local.costs;

import io.drsorchestrator.adapter.out.calls.PollReport;
import io.drsorchestrator.adapter.out.calls.SideBySide;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What polls cost, for waves and page sizes of several kinds. */
final class PollCosts {

  static final Vector<Integer> SERVERS = Vector.of(1, 10, 50, 100);
  static final Vector<Integer> PAGE_SIZES = Vector.of(10, 50, 200);

  private PollCosts() {}

  /** A moment in the life of a wave, and what the poll at that moment costs. */
  record Cost(int servers, int pageSize, String moment, PollReport report, Units units) {

    int calls(String operation) {
      return report.calls().getOrElse(operation, 0);
    }

    /** The kinds of read that were asked of AWS besides the store. */
    int kindsOfRead() {
      return report.calls().keySet().count(operation -> !operation.startsWith("dynamodb."));
    }

    int pages() {
      return (servers + pageSize - 1) / pageSize;
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "| %d | %d | %s | %d | %d | %d | %d | %.1f | %d | %.0f | %.0f |",
          servers,
          pageSize,
          moment,
          calls("drs.DescribeJobs"),
          calls("drs.DescribeSourceServers"),
          calls("drs.DescribeRecoveryInstances"),
          calls("ec2.DescribeInstances"),
          units.read(),
          calls("dynamodb.UpdateItem"),
          units.table(),
          units.indexes());
    }
  }

  /** Capacity units; what is written is billed once for the table and once for each index. */
  record Units(double read, double table, double indexes) {}

  static Vector<Cost> all() {
    return SERVERS.flatMap(servers -> PAGE_SIZES.flatMap(pageSize -> of(servers, pageSize)));
  }

  /** Launches take two to five minutes in the simulation. */
  static Vector<Cost> of(int servers, int pageSize) {
    var reports = new ConcurrentLinkedDeque<PollReport>();
    try (var bench =
        new PollBench(
            servers, pageSize, new SideBySide(SideBySide.BUDGET, reports::add, System::nanoTime))) {
      return Vector.of(
              new Moment("first", Duration.ofSeconds(20)),
              new Moment("launching", Duration.ofSeconds(170)),
              new Moment("15 s later", Duration.ofSeconds(15)),
              new Moment("last", Duration.ofSeconds(600)))
          .map(
              moment -> {
                bench.pollAfter(moment.after());
                return new Cost(servers, pageSize, moment.name(), reports.getLast(), units(bench));
              });
    }
  }

  private record Moment(String name, Duration after) {}

  private static Units units(PollBench bench) {
    var capacity = bench.capacity();
    return new Units(capacity.of("read"), capacity.of("table"), capacity.of("indexes"));
  }
}
