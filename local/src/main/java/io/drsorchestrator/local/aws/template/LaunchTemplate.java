package io.drsorchestrator.local.aws.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A launch template with all its versions, of which one is the default. */
public final class LaunchTemplate {

  private final String id;
  private final List<TemplateVersion> versions = new ArrayList<>();
  private int defaultNumber = 1;

  LaunchTemplate(String id, Map<String, String> data) {
    this.id = id;
    versions.add(new TemplateVersion(1, "", data));
  }

  public String id() {
    return id;
  }

  public List<TemplateVersion> versions() {
    return List.copyOf(versions);
  }

  public TemplateVersion defaultVersion() {
    return versions.get(defaultNumber - 1);
  }

  public TemplateVersion latestVersion() {
    return versions.get(versions.size() - 1);
  }

  /** A version by its number, {@code $Default} or {@code $Latest}. */
  public Optional<TemplateVersion> find(String name) {
    return switch (name) {
      case "$Default" -> Optional.of(defaultVersion());
      case "$Latest" -> Optional.of(latestVersion());
      default ->
          versions.stream().filter(it -> Integer.toString(it.number()).equals(name)).findFirst();
    };
  }

  /** A new version, which is not the default. */
  public TemplateVersion add(TemplateVersion source, String about, Map<String, String> given) {
    TemplateVersion version = source.next(versions.size() + 1, about, given);
    versions.add(version);
    return version;
  }

  /** A new version without a source. */
  public TemplateVersion add(String about, Map<String, String> given) {
    return add(new TemplateVersion(0, "", Map.of()), about, given);
  }

  public void makeDefault(TemplateVersion version) {
    defaultNumber = version.number();
  }
}
