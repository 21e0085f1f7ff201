package io.drsorchestrator.application.poll;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * What AWS told about the things that it was asked for.
 *
 * @param warning that it told nothing, and why
 */
record Told<K, V>(Map<K, V> facts, Option<String> warning) {

  /**
   * The answer to {@code question} about {@code ids}; nothing, and a warning that begins with
   * {@code lack}, where AWS does not answer. An empty list of ids would mean "everything" to AWS,
   * so it is never asked for.
   */
  static <I, K, V> Told<K, V> about(
      Vector<I> ids, String lack, Function<Vector<I>, Map<K, V>> question) {
    if (ids.isEmpty()) {
      return new Told<>(HashMap.empty(), Option.none());
    }
    try {
      return new Told<>(question.apply(ids), Option.none());
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return new Told<>(HashMap.empty(), Option.some(Warnings.of(lack, e)));
    }
  }

  Option<V> get(K key) {
    return facts.get(key);
  }

  Told<K, V> and(Told<K, V> more) {
    return new Told<>(facts.merge(more.facts), warning.orElse(more.warning));
  }
}
