package io.drsorchestrator.application.read;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The recovery instances of an execution that still cost money, as far as its record knows. Whoever
 * terminates them elsewhere is not seen here: DynamoDB is all that is asked (D35).
 *
 * @param since when the first of them was launched, in epoch seconds; absent if nobody stored it
 */
public record LiveInstances(int count, Option<Long> since) {

  private static final Set<String> GONE = Set.of("terminated", "shutting-down");

  /** Of an item as it is stored, in whichever system's words. */
  public static LiveInstances of(StoredFields execution) {
    var live =
        execution.flag("instancesTerminated").getOrElse(false)
            ? Vector.<StoredFields>empty()
            : execution.maps("waves").flatMap(LiveInstances::servers).filter(LiveInstances::isLive);
    return new LiveInstances(live.size(), live.flatMap(LiveInstances::launched).min());
  }

  /** Systems before this one wrote either name (contract 2.5). */
  private static Vector<StoredFields> servers(StoredFields wave) {
    var servers = wave.maps("serverStatuses");
    return servers.isEmpty() ? wave.maps("serverExecutions") : servers;
  }

  private static boolean isLive(StoredFields server) {
    boolean launched =
        server.text("launchStatus").contains("LAUNCHED")
            || server.text("instanceId").isDefined()
            || server.text("recoveryInstanceId").isDefined();
    return launched && !server.text("instanceState").exists(GONE::contains);
  }

  /** 0 stands for a time that nobody knows. */
  private static Option<Long> launched(StoredFields server) {
    return server
        .known("launchTime")
        .filter(Number.class::isInstance)
        .map(time -> ((Number) time).longValue())
        .filter(time -> time > 0);
  }

  /** As the API answers it. */
  Map<String, @Nullable Object> asMap() {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("count", count);
    map.put("since", since.getOrNull());
    return map;
  }
}
