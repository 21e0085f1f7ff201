package io.drsorchestrator.local.aws.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The launch templates of an account in a Region. */
public final class LaunchTemplates {

  private final Map<String, LaunchTemplate> templates = new LinkedHashMap<>();

  public Optional<LaunchTemplate> find(String id) {
    return Optional.ofNullable(templates.get(id));
  }

  /** The template of that id, made if it is not there. */
  public LaunchTemplate ensure(String id, Map<String, String> data) {
    return templates.computeIfAbsent(id, it -> new LaunchTemplate(it, data));
  }
}
