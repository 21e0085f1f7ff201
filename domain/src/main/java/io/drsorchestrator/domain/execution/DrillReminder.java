package io.drsorchestrator.domain.execution;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * How often it was time to remind people of a drill whose instances still live.
 *
 * @param last absent until there has been one
 */
public record DrillReminder(int count, Option<Instant> last) {

  /** Nobody has been reminded yet. */
  public static final DrillReminder NONE = new DrillReminder(0, Option.none());

  /** How long instances may outlive a drill before people hear of it, and again. */
  public static final Duration PATIENCE = Duration.ofDays(1);

  /**
   * Whether somebody has to be reminded: nobody was told of anything for a day. Where no time is
   * known, at first sight.
   *
   * @param news when the drill ended, and when somebody asked to terminate its instances
   */
  public boolean isDue(Vector<Instant> news, Instant now) {
    return news.appendAll(last).forAll(time -> !now.isBefore(time.plus(PATIENCE)));
  }

  /** After one more reminder. */
  public DrillReminder reminded(Instant now) {
    return new DrillReminder(count + 1, Option.some(now));
  }
}
