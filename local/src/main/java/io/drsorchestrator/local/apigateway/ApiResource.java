package io.drsorchestrator.local.apigateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A resource of a REST API.
 *
 * @param template its path, such as {@code /executions/{id}}
 */
record ApiResource(String template, Set<String> methods) {

  private static String[] segments(String path) {
    return path.split("/", -1);
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{");
  }

  int parameters() {
    return (int) template.chars().filter(character -> character == '{').count();
  }

  /** Segment by segment, before anything is decoded: an encoded slash divides nothing. */
  boolean matches(String path) {
    var ours = segments(template);
    var theirs = segments(path);
    return ours.length == theirs.length
        && IntStream.range(0, ours.length)
            .allMatch(i -> isParameter(ours[i]) ? !theirs[i].isEmpty() : ours[i].equals(theirs[i]));
  }

  /** As they were sent: a REST API does not decode them. */
  Map<String, String> parametersOf(String path) {
    var ours = segments(template);
    var theirs = segments(path);
    var parameters = new LinkedHashMap<String, String>();
    for (int i = 0; i < ours.length; i++) {
      if (isParameter(ours[i])) {
        parameters.put(ours[i].substring(1, ours[i].length() - 1), theirs[i]);
      }
    }
    return parameters;
  }
}
