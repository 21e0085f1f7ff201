package io.drsorchestrator.adapter.out.ec2;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.vavr.Tuple;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Remembers instances for a while, and longer once there is nothing more to learn about them, so
 * that polls do not use up the request rate that DRS shares with us. What is about to change is
 * asked for by every poll: the one that ends a wave must not miss a host name.
 */
public final class CachedInstances implements InstanceLookup {

  public static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofSeconds(60);

  private static final Duration STARTING_TIME_TO_LIVE = Duration.ofSeconds(10);
  private static final Duration SETTLED_TIME_TO_LIVE = Duration.ofMinutes(10);

  private final ConcurrentMap<Key, Entry> entries = new ConcurrentHashMap<>();
  private final InstanceLookup origin;
  private final InstantSource clock;
  private final Duration timeToLive;

  public CachedInstances(InstanceLookup origin, InstantSource clock, Duration timeToLive) {
    this.origin = origin;
    this.clock = clock;
    this.timeToLive = timeToLive;
  }

  private record Key(String accountId, String region, String instanceId) {

    static Key of(DrsScope scope, String instanceId) {
      return new Key(scope.account().accountId(), scope.region(), instanceId);
    }
  }

  private record Entry(RecoveryInstance instance, Instant until) {}

  @Override
  public Map<String, RecoveryInstance> instances(DrsScope scope, Vector<String> ids) {
    forgetExpired();
    var remembered = remembered(scope, ids);
    var missing = ids.reject(remembered::containsKey);
    return missing.isEmpty() ? remembered : remembered.merge(asked(scope, missing));
  }

  private void forgetExpired() {
    var now = clock.instant();
    entries.values().removeIf(entry -> !now.isBefore(entry.until()));
  }

  private Map<String, RecoveryInstance> remembered(DrsScope scope, Vector<String> ids) {
    return ids.flatMap(
            id -> Option.of(entries.get(Key.of(scope, id))).map(entry -> Tuple.of(id, entry)))
        .toLinkedMap(pair -> pair)
        .mapValues(Entry::instance);
  }

  private Map<String, RecoveryInstance> asked(DrsScope scope, Vector<String> ids) {
    var told = origin.instances(scope, ids);
    var now = clock.instant();
    told.forEach(
        (id, instance) ->
            entries.put(Key.of(scope, id), new Entry(instance, now.plus(timeToLive(instance)))));
    return told;
  }

  private Duration timeToLive(RecoveryInstance instance) {
    if (isStarting(instance)) {
      return shorter(timeToLive, STARTING_TIME_TO_LIVE);
    }
    return instance.state().contains("running")
        ? longer(timeToLive, SETTLED_TIME_TO_LIVE)
        : timeToLive;
  }

  /** EC2 gives an instance its host name only when it runs. */
  private static boolean isStarting(RecoveryInstance instance) {
    return instance.state().forAll("pending"::equals)
        || instance.privateIp().isEmpty()
        || instance.hostname().isEmpty()
        || instance.instanceType().isEmpty()
        || instance.launchTime().isEmpty();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
