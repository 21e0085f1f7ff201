package io.drsorchestrator.conformance;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The settings {@code conformance.*}, each with what is meant when it is not set. */
record Settings(Function<String, Optional<String>> values) {

  String text(String name, String otherwise) {
    return values.apply("conformance." + name).orElse(otherwise);
  }

  int number(String name, int otherwise) {
    return Integer.parseInt(text(name, "" + otherwise));
  }

  List<String> list(String name) {
    return List.of(required(name, "a list, separated by commas").split(","));
  }

  URI address(String name) {
    return URI.create(required(name, "an address, such as http://127.0.0.1:8080"));
  }

  private String required(String name, String allowed) {
    return values
        .apply("conformance." + name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "conformance.%s is not set, allowed is %s".formatted(name, allowed)));
  }
}
