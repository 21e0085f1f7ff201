package io.drsorchestrator.local.asl;

import java.util.List;
import java.util.Optional;

/** The retriers and catchers of a Task, in the order in which they are asked. */
public record ErrorHandling(List<Retrier> retriers, List<Catcher> catchers) {

  /** The first retrier that matches {@code error}. */
  public Optional<Retrier> retrierOf(String error) {
    return retriers.stream().filter(retrier -> retrier.errors().match(error)).findFirst();
  }

  /** The first catcher that matches {@code error}. */
  public Optional<Catcher> catcherOf(String error) {
    return catchers.stream().filter(catcher -> catcher.errors().match(error)).findFirst();
  }
}
