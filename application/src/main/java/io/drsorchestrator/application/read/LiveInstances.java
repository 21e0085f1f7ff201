package io.drsorchestrator.application.read;

import io.drsorchestrator.domain.execution.LaunchedInstance;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The recovery instances of an execution that still cost money, as far as its record knows. Whoever
 * terminates them elsewhere is not seen here: DynamoDB is all that is asked (D35). A termination
 * that was asked for closes nothing before DRS is known to have done it.
 */
public record LiveInstances(Vector<LaunchedInstance> all) {

  /** Of an item as it is stored, in whichever system's words. */
  public static LiveInstances of(StoredFields execution) {
    return new LiveInstances(
        execution.flag("instancesTerminated").getOrElse(false)
            ? Vector.empty()
            : new StoredLaunches(execution).live());
  }

  public int count() {
    return all.size();
  }

  /** When the first of them was launched; absent if nobody stored it. */
  public Option<Instant> since() {
    return all.flatMap(LaunchedInstance::since).min();
  }

  /** Which they are, where all of an execution is told: in details and report. */
  public Map<String, @Nullable Object> asMap() {
    var map = summary();
    map.put("instances", all.map(LiveInstances::asMap).asJava());
    return map;
  }

  /** How many, and since when: what a list has room for. */
  Map<String, @Nullable Object> summary() {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("count", count());
    map.put("since", since().map(Instant::getEpochSecond).getOrNull());
    return map;
  }

  /** What is not known is left out. */
  private static Map<String, Object> asMap(LaunchedInstance instance) {
    var map = new LinkedHashMap<String, Object>();
    instance.instanceId().forEach(id -> map.put("instanceId", id));
    instance.serverId().forEach(id -> map.put("sourceServerId", id));
    instance.serverName().forEach(name -> map.put("serverName", name));
    instance.accountId().forEach(id -> map.put("accountId", id));
    instance.region().forEach(region -> map.put("region", region));
    map.put("waveNumber", instance.wave().value());
    instance.since().forEach(time -> map.put("since", time.getEpochSecond()));
    return map;
  }
}
