package io.drsorchestrator.local.audit;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/** What the events of one execution tell, in plain lines for people, whatever the audit says. */
public record Story(String executionId, Vector<String> lines) {

  /** As many as tell of the same version are in the order in which they were logged. */
  private static final Comparator<EventLine> ORDER =
      Comparator.comparingLong(EventLine::version)
          .thenComparing(line -> !line.isStep())
          .thenComparing(Story::time)
          .thenComparingInt(EventLine::part);

  /** The story of each execution, by its id, in the order in which the log tells of them first. */
  public static Map<String, Story> of(Iterable<String> log) {
    return LogReader.events(log)
        .groupBy(EventLine::executionId)
        .toVector()
        .sortBy(execution -> execution._2.head().number())
        .foldLeft(
            LinkedHashMap.<String, Story>empty(),
            (all, execution) -> all.put(execution._1, of(execution._1, execution._2)));
  }

  private static Story of(String executionId, Vector<EventLine> lines) {
    var inOrder = lines.sorted(ORDER);
    var words = new StoryWords(inOrder);
    var began = time(inOrder.head());
    return new Story(
        executionId,
        inOrder
            .map(line -> "%s  %s".formatted(clock(began, time(line)), words.of(line)))
            .prepend(words.title()));
  }

  private static Instant time(EventLine line) {
    var text = line.text("time");
    return EventForm.isTime(text) ? Instant.parse(text) : Instant.EPOCH;
  }

  private static String clock(Instant began, Instant time) {
    var since = Duration.between(began, time);
    return "%s  +%d:%02d:%02d"
        .formatted(
            time.truncatedTo(ChronoUnit.SECONDS),
            since.toHours(),
            Math.abs(since.toMinutesPart()),
            Math.abs(since.toSecondsPart()));
  }
}
