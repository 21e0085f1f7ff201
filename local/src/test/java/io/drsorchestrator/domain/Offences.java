package io.drsorchestrator.domain;

import java.nio.file.Path;

/** What no class of the domain may do. */
public final class Offences {

  private Offences() {}

  /** Knows more than plain Java. */
  public record KnowsFiles(Path file) {}
}
