package io.drsorchestrator.adapter.out;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Things that are slow to build, built when first needed and kept; when there are too many, the one
 * that was not used for the longest time is given up. Nobody works with so many of them at a time
 * that one in use could be given up.
 */
public final class Bounded<K, V> {

  static final int MOST = 64;

  private final Map<K, V> kept = new LinkedHashMap<>(MOST, 0.75f, true);
  private final Function<K, V> builder;
  private final Consumer<V> ending;

  public Bounded(Function<K, V> builder, Consumer<V> ending) {
    this.builder = builder;
    this.ending = ending;
  }

  public synchronized V of(K key) {
    var value = kept.computeIfAbsent(key, builder);
    if (kept.size() > MOST) {
      giveUpOldest();
    }
    return value;
  }

  private void giveUpOldest() {
    var oldest = kept.entrySet().iterator();
    var given = oldest.next().getValue();
    oldest.remove();
    ending.accept(given);
  }
}
