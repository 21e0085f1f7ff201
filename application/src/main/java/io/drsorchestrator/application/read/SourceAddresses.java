package io.drsorchestrator.application.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Waves whose servers have their source address under both names: stored as {@code ipAddress}, read
 * by the frontend as {@code sourceIp} (contract 5.4). Whatever is no wave or server stays as it is.
 */
final class SourceAddresses {

  private SourceAddresses() {}

  static Object underBothNames(Object waves) {
    return eachMap(waves, SourceAddresses::wave);
  }

  private static Map<Object, Object> wave(Map<Object, Object> wave) {
    wave.computeIfPresent(
        "serverStatuses", (name, servers) -> eachMap(servers, SourceAddresses::server));
    return wave;
  }

  private static Map<Object, Object> server(Map<Object, Object> server) {
    copy(server, "ipAddress", "sourceIp");
    copy(server, "sourceIp", "ipAddress");
    return server;
  }

  private static void copy(Map<Object, Object> server, String from, String to) {
    var value = server.get(from);
    if (value != null) {
      server.putIfAbsent(to, value);
    }
  }

  /** Changes a copy of each map in what should be a list. */
  private static Object eachMap(Object list, UnaryOperator<Map<Object, Object>> change) {
    return list instanceof List<?> elements
        ? elements.stream().map(element -> changed(element, change)).toList()
        : list;
  }

  private static Object changed(Object element, UnaryOperator<Map<Object, Object>> change) {
    return element instanceof Map<?, ?> map ? change.apply(new LinkedHashMap<>(map)) : element;
  }
}
