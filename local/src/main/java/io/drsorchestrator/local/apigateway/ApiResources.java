package io.drsorchestrator.local.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The resources and methods of an OpenAPI file, as API Gateway imports them. */
record ApiResources(List<ApiResource> resources) {

  static ApiResources parse(String openApi) {
    try {
      var resources = new ArrayList<ApiResource>();
      new YAMLMapper()
          .readTree(openApi)
          .path("paths")
          .properties()
          .forEach(path -> resources.add(new ApiResource(path.getKey(), methods(path.getValue()))));
      resources.sort(Comparator.comparing(ApiResource::parameters));
      return new ApiResources(List.copyOf(resources));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> methods(JsonNode path) {
    var methods = new HashSet<String>();
    path.fieldNames()
        .forEachRemaining(
            field -> {
              if (!field.equals("parameters")) {
                methods.add(field.toUpperCase(Locale.ROOT));
              }
            });
    return methods;
  }

  /** The resource of a path; one without parameters comes before one with. */
  Optional<ApiResource> of(String path) {
    return resources.stream().filter(resource -> resource.matches(path)).findFirst();
  }
}
