package io.drsorchestrator.local.audit;

import io.vavr.collection.Vector;
import java.util.LinkedHashMap;

/** Re-derives what became of every execution from a log alone. */
public final class LogAudit {

  private LogAudit() {}

  /** One verdict an execution, in the order in which the log tells of them first. */
  public static Vector<Verdict> of(Iterable<String> lines) {
    var byExecution = new LinkedHashMap<String, Vector<EventLine>>();
    for (var line : LogReader.events(lines)) {
      byExecution.merge(line.executionId(), Vector.of(line), Vector::appendAll);
    }
    return Vector.ofAll(byExecution.entrySet())
        .map(execution -> verdict(execution.getKey(), execution.getValue()));
  }

  /** Lines without form are told and left out: nothing can be concluded from them. */
  private static Verdict verdict(String executionId, Vector<EventLine> lines) {
    var formless = lines.flatMap(EventForm::check);
    var broken = formless.map(Finding::line).toSet();
    var sound = lines.reject(line -> broken.contains(line.number()));
    if (sound.isEmpty()) {
      return new Verdict(executionId, "UNKNOWN", 0, formless);
    }
    var chronicle = Chronicle.of(executionId, sound);
    var findings =
        formless
            .appendAll(Order.check(chronicle))
            .appendAll(Lifecycle.check(chronicle))
            .appendAll(Waves.check(chronicle))
            .appendAll(Gates.check(chronicle))
            .appendAll(Jobs.check(chronicle));
    var outcome = chronicle.steps().lastOption().map(Step::status).getOrElse("UNKNOWN");
    return new Verdict(
        executionId, outcome, chronicle.steps().size(), findings.distinct().sortBy(Finding::line));
  }
}
