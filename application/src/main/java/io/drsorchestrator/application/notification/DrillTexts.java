package io.drsorchestrator.application.notification;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.LaunchedInstance;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.drsorchestrator.domain.text.OneLine;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What people are told of the instances that a drill has left: which, since when, and what ends it.
 */
final class DrillTexts {

  /** A message is to be read; the details have them all. */
  private static final int NAMED = 30;

  private final OperatorAccess access;

  DrillTexts(OperatorAccess access) {
    this.access = access;
  }

  static String subject(DrillInstancesLive event) {
    var count = event.instances().size();
    return "still has %d live instance%s".formatted(count, count == 1 ? "" : "s");
  }

  String live(ExecutionId id, DrillInstancesLive event) {
    return """
        It has ended%s, and what it launched costs money until it is terminated.

        %s
        %s To terminate them, on the page or by:

        %s
        The list, the details and the report name them until DRS is known to have terminated them.
        """
        .formatted(
            event.ended().map(at -> " at " + inWords(at) + age(event, at)).getOrElse(""),
            instances(event),
            asked(event.terminationRequested()),
            access.terminate(id));
  }

  private static String age(DrillInstancesLive event, Instant ended) {
    return event
        .reminder()
        .last()
        .map(now -> Duration.between(ended, now))
        .map(age -> " (%d d %d h ago)".formatted(age.toDays(), age.toHoursPart()))
        .getOrElse("");
  }

  private static String asked(Option<Instant> requested) {
    return requested
        .map(
            at ->
                "Somebody asked to terminate them at %s, but DRS is not known to have done it."
                    .formatted(inWords(at)))
        .getOrElse("Nobody has asked to terminate them.");
  }

  private static String instances(DrillInstancesLive event) {
    var all = event.instances();
    var more = all.size() > NAMED ? "  and %d more\n".formatted(all.size() - NAMED) : "";
    return all.take(NAMED).map(DrillTexts::line).mkString("", "\n", "\n") + more;
  }

  private static String line(LaunchedInstance instance) {
    var server = word(instance.serverId(), "no id");
    return "  %s: %s (%s), account %s, %s, wave %d, since %s"
        .formatted(
            word(instance.instanceId(), "an instance without a name"),
            instance.serverName().map(OneLine::of).getOrElse(server),
            server,
            word(instance.accountId(), "unknown"),
            word(instance.region(), "Region unknown"),
            instance.wave().ordinal(),
            instance.since().map(DrillTexts::inWords).getOrElse("nobody knows when"));
  }

  private static String word(Option<String> known, String otherwise) {
    return known.map(OneLine::of).getOrElse(otherwise);
  }

  private static String inWords(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
