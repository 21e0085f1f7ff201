package io.drsorchestrator.domain.server;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;

/**
 * The launch status of a server in DRS's own words (API reference, {@code LaunchStatus}). A word
 * that is not known here is kept as it is and counts as undecided: it is never a success.
 */
public record LaunchStatus(String name) {

  public static final LaunchStatus PENDING = new LaunchStatus("PENDING");
  public static final LaunchStatus IN_PROGRESS = new LaunchStatus("IN_PROGRESS");
  public static final LaunchStatus LAUNCHED = new LaunchStatus("LAUNCHED");
  public static final LaunchStatus FAILED = new LaunchStatus("FAILED");
  public static final LaunchStatus TERMINATED = new LaunchStatus("TERMINATED");

  private static final Set<LaunchStatus> WORDS_OF_DRS =
      HashSet.of(PENDING, IN_PROGRESS, LAUNCHED, FAILED, TERMINATED);

  /** Whether this is a word of the API as it is known here. */
  public boolean isKnown() {
    return WORDS_OF_DRS.contains(this);
  }

  public boolean isLaunched() {
    return equals(LAUNCHED);
  }

  /** Whether the server did not come up; the last two words were written by older systems. */
  public boolean isFailed() {
    return switch (name) {
      case "FAILED", "TERMINATED", "LAUNCH_FAILED", "CANCELLED" -> true;
      default -> false;
    };
  }

  public boolean isDecided() {
    return isLaunched() || isFailed();
  }

  /** A decided status is not undone by a late answer that does not know of it yet (I11). */
  public LaunchStatus join(LaunchStatus observed) {
    return isDecided() && !observed.isDecided() ? this : observed;
  }

  @Override
  public String toString() {
    return name;
  }
}
