package io.drsorchestrator.local.aws.query;

import io.drsorchestrator.local.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of the query protocol, in which lists are numbered from 1. */
public record QueryParameters(Map<String, String> values) {

  /** From the query string and the body of a form. */
  public static QueryParameters of(HttpRequest request) {
    Map<String, String> values = new LinkedHashMap<>(request.query());
    for (String pair : request.body().split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return new QueryParameters(values);
  }

  /** The value of a parameter. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The values {@code name.1}, {@code name.2} and so on. */
  public List<String> list(String name) {
    List<String> list = new ArrayList<>();
    Optional<String> next = find(name + ".1");
    while (next.isPresent()) {
      list.add(next.get());
      next = find(name + "." + (list.size() + 1));
    }
    return list;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
