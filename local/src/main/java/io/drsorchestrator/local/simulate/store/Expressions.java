package io.drsorchestrator.local.simulate.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Expressions that were read before; there are few different ones. */
final class Expressions {

  private static final int MOST = 20_000;
  private static final Map<String, Condition> CONDITIONS = new ConcurrentHashMap<>();
  private static final Map<String, Changes> CHANGES = new ConcurrentHashMap<>();

  private Expressions() {}

  static Condition condition(@Nullable String text) {
    return text == null ? Condition.NONE : known(CONDITIONS, text, Conditions::read);
  }

  static Changes changes(String text) {
    return known(CHANGES, text, Changes::read);
  }

  private static <T> T known(Map<String, T> all, String text, Function<String, T> read) {
    if (all.size() > MOST) {
      all.clear();
    }
    return all.computeIfAbsent(text, read);
  }
}
