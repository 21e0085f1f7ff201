package io.drsorchestrator.application.explorer;

/**
 * 128 bits of all that tells two worlds apart: two worlds of one fingerprint have the same future.
 */
record Fingerprint(long high, long low) {

  static Fingerprint of(World world) {
    long common = common(world);
    long ops = 0;
    for (int i = 0; i < world.ops().size(); i++) {
      ops += Mix.of(op(world, world.ops().get(i)), i == world.last() ? 2 : 1);
    }
    long all = Mix.of(common, ops);
    return new Fingerprint(all, Mix.of(Mix.of(ops, 0x5851F42D4C957F2DL), common));
  }

  private static long common(World world) {
    var flow = world.flow();
    var past = world.past();
    var left = world.left();
    long hash = world.stored().digest(world.now());
    hash = Mix.of(hash, Mix.of(flow.phase().name()));
    hash = Mix.of(hash, order(flow.due()));
    hash = Mix.of(hash, Mix.of(flow.end() + flow.outcome()));
    hash = Mix.of(hash, bits(past.excused()));
    hash = Mix.of(hash, left.preemptions());
    hash = Mix.of(hash, left.faults());
    hash = Mix.of(hash, left.visitors());
    for (var job : world.jobs()) {
      hash = Mix.of(hash, Mix.of(job.id() + job.words() + job.isActive() + job.isKnown()));
    }
    return hash;
  }

  private static long bits(boolean... flags) {
    long bits = 0;
    for (boolean flag : flags) {
      bits = bits * 2 + (flag ? 1 : 0);
    }
    return bits;
  }

  private static long order(Order order) {
    return Mix.of(Mix.of(Mix.of(order.kind().name()), order.wave()), Mix.of(order.token()));
  }

  private static long op(World world, Op op) {
    long hash = Mix.of(order(op.order()), bits(op.isFlows()));
    hash = Mix.of(hash, Mix.of(op.attempt()));
    hash = Mix.of(hash, digest(op, world));
    return op.next().equals("RecoveryJobs.start")
        ? Mix.of(hash, op.previous().get().digest(world.now()))
        : hash;
  }

  private static long digest(Op op, World world) {
    var current = world.stored().current();
    return world.left().forgets() ? Tape.last(op.tape(), current) : Tape.all(op.tape(), current);
  }

  /** Fingerprints by the thousand, each with the number of its world. */
  static final class Table {

    private long[] slots = new long[1 << 17];
    private int size;

    /** Whether it is new. */
    boolean add(Fingerprint print) {
      if (size * 4L > slots.length) {
        grow();
      }
      if (put(slots, print.high, print.low)) {
        size++;
        return true;
      }
      return false;
    }

    int size() {
      return size;
    }

    private static boolean put(long[] slots, long high, long low) {
      int mask = slots.length / 2 - 1;
      for (int i = (int) (low & mask); ; i = (i + 1) & mask) {
        long seenHigh = slots[2 * i];
        long seenLow = slots[2 * i + 1];
        if (seenHigh == 0 && seenLow == 0) {
          slots[2 * i] = high;
          slots[2 * i + 1] = low;
          return true;
        }
        if (seenHigh == high && seenLow == low) {
          return false;
        }
      }
    }

    private void grow() {
      var larger = new long[slots.length * 2];
      for (int i = 0; i < slots.length; i += 2) {
        if (slots[i] != 0 || slots[i + 1] != 0) {
          put(larger, slots[i], slots[i + 1]);
        }
      }
      slots = larger;
    }
  }
}
