package io.drsorchestrator.local.asl;

/** The refusal of a definition that says something this interpreter does not know or allow. */
public final class InvalidDefinitionException extends RuntimeException {
  InvalidDefinitionException(String where, String problem) {
    super(where + ": " + problem);
  }
}
