package io.drsorchestrator.application.memory;

/** Which conditions of which writes stand: a mutant lives without some of them. */
@FunctionalInterface
public interface Guards {

  /** Nothing is taken away. */
  Guards ALL = (write, clause) -> true;

  boolean stand(String write, String clause);
}
