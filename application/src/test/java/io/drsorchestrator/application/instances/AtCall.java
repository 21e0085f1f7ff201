package io.drsorchestrator.application.instances;

import io.drsorchestrator.application.memory.WatchedPorts.Watcher;
import io.vavr.collection.Vector;
import java.util.function.Supplier;

/** Does something once, before or after the effect of a port call, and names the calls. */
final class AtCall implements Watcher {

  /** The handler dies. */
  static final class Crash extends RuntimeException {}

  private Vector<String> calls = Vector.empty();
  private boolean watching;
  private int at = -1;
  private boolean after;
  private Runnable action = () -> {};

  /** From now on calls are counted. */
  void watch() {
    calls = Vector.empty();
    watching = true;
    at = -1;
  }

  /** From now on {@code thing} is done at the call of that number. */
  void at(int number, boolean afterItsEffect, Runnable thing) {
    watch();
    at = number;
    after = afterItsEffect;
    action = thing;
  }

  void ignore() {
    watching = false;
  }

  Vector<String> calls() {
    return calls;
  }

  @Override
  public Object around(String call, Supplier<Object> effect) {
    if (!watching) {
      return effect.get();
    }
    var here = calls.size() == at;
    calls = calls.append(call);
    perform(here && !after);
    var answer = effect.get();
    perform(here && after);
    return answer;
  }

  /** What happens in between is not itself watched. */
  private void perform(boolean now) {
    if (now) {
      watching = false;
      action.run();
      watching = true;
    }
  }
}
