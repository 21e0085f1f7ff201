package io.drsorchestrator.local.aws.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A version of a launch template.
 *
 * @param data by the names of the query protocol, such as {@code NetworkInterface.1.SubnetId}
 */
public record TemplateVersion(int number, String description, Map<String, String> data) {

  public TemplateVersion {
    data = Map.copyOf(data);
  }

  /** The value of one parameter. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(data.get(name));
  }

  /** The values {@code name.1}, {@code name.2} and so on. */
  public List<String> list(String name) {
    List<String> values = new ArrayList<>();
    Optional<String> next = find(name + ".1");
    while (next.isPresent()) {
      values.add(next.get());
      next = find(name + "." + (values.size() + 1));
    }
    return values;
  }

  /** What is named replaces the same as a whole; what is not is taken over. */
  TemplateVersion next(int next, String about, Map<String, String> given) {
    var named = given.keySet().stream().map(TemplateVersion::top).collect(Collectors.toSet());
    Map<String, String> all = new TreeMap<>(given);
    data.forEach(
        (name, value) -> {
          if (!named.contains(top(name))) {
            all.put(name, value);
          }
        });
    return new TemplateVersion(next, about, all);
  }

  private static String top(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
