package io.drsorchestrator.local.simulate.store;

import java.util.function.IntFunction;

/** One call to the store: the answer comes from its effect, for indexes from a few writes ago. */
public record Question<T>(
    String operation, boolean isWrite, boolean isIndex, IntFunction<T> effect) {

  static <T> Question<T> read(String operation, java.util.function.Supplier<T> effect) {
    return new Question<>(operation, false, false, age -> effect.get());
  }

  static <T> Question<T> write(String operation, java.util.function.Supplier<T> effect) {
    return new Question<>(operation, true, false, age -> effect.get());
  }
}
