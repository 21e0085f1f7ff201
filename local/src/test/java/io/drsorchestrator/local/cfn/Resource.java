package io.drsorchestrator.local.cfn;

import com.fasterxml.jackson.databind.JsonNode;

/** A resource as it is deployed: its properties are values. */
record Resource(String stack, String name, String type, JsonNode properties) {

  JsonNode property(String name) {
    return properties.path(name);
  }

  String text(String name) {
    return property(name).asText();
  }

  @Override
  public String toString() {
    return stack + " " + name;
  }
}
