package io.drsorchestrator.application.wave;

import io.drsorchestrator.application.memory.WatchedPorts.Watcher;
import io.vavr.collection.Vector;
import java.util.function.Supplier;

/** Does something at one port call of a use case, and keeps the trace of all of them. */
final class Interruption implements Watcher {

  /** The process died here. */
  static final class Crash extends RuntimeException {

    Crash(String call) {
      super("crash at " + call);
    }
  }

  /** When, relative to the effect of a call. */
  enum Moment {
    BEFORE,
    AFTER
  }

  /** A port call of a trace and a moment at it. */
  record Point(int index, String call, Moment moment) {

    @Override
    public String toString() {
      return "%s %d %s".formatted(moment, index, call);
    }
  }

  private Vector<String> trace = Vector.empty();
  private boolean active;
  private int at = -1;
  private Moment moment = Moment.BEFORE;
  private Runnable action = () -> {};

  /** From now on calls are counted, and nothing else happens. */
  void record() {
    trace = Vector.empty();
    active = true;
    at = -1;
  }

  /** From now on {@code thing} is done at {@code point}, once. */
  void schedule(Point point, Runnable thing) {
    record();
    at = point.index();
    moment = point.moment();
    action = thing;
  }

  void crashAt(Point point) {
    schedule(
        point,
        () -> {
          throw new Crash(point.call());
        });
  }

  void stop() {
    active = false;
  }

  /** The calls since {@link #record}, those of whatever was done in between not included. */
  Vector<String> trace() {
    return trace;
  }

  /** All points of the trace. */
  Vector<Point> points() {
    return trace
        .zipWithIndex()
        .flatMap(call -> Vector.of(Moment.values()).map(when -> new Point(call._2, call._1, when)));
  }

  @Override
  public Object around(String call, Supplier<Object> effect) {
    if (!active) {
      return effect.get();
    }
    var here = trace.size() == at;
    trace = trace.append(call);
    if (here && moment == Moment.BEFORE) {
      perform();
    }
    try {
      return effect.get();
    } finally {
      // Also after an effect that is a fault.
      if (here && moment == Moment.AFTER) {
        perform();
      }
    }
  }

  /** What happens in between is not itself interrupted. */
  private void perform() {
    active = false;
    action.run();
    active = true;
  }
}
