package io.drsorchestrator.domain.server;

/** A DRS source server id, such as {@code s-1111111111111111a}. */
public record SourceServerId(String value) {

  public SourceServerId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a source server id must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
