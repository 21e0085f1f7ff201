package io.drsorchestrator.application.wave;

import io.vavr.control.Option;

/** How far the servers of a wave are prepared for their launch. */
sealed interface Prepared {

  /**
   * The wave may be launched.
   *
   * @param warning what could not be applied
   */
  record Ready(Option<String> warning) implements Prepared {}

  /** Not now: the next attempt goes on. */
  record Unfinished(String reason) implements Prepared {}

  /** It would be launched where it must not be. */
  record Unsafe(String reason) implements Prepared {}
}
