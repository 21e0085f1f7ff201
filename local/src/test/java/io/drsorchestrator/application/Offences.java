package io.drsorchestrator.application;

import com.fasterxml.jackson.databind.JsonNode;

/** What no class of the application may do. */
public final class Offences {

  private Offences() {}

  /** Knows more than plain Java and the domain, and JSON of all things. */
  public record KnowsJson(JsonNode item) {}
}
