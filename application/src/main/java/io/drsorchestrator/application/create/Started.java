package io.drsorchestrator.application.create;

import io.drsorchestrator.application.Decision;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * An execution that is on record.
 *
 * @param warnings what whoever started it should know
 * @param fault why its workflow can never start: the execution has FAILED then
 */
public record Started(Decision decision, Vector<String> warnings, Option<String> fault) {

  static Started of(Decision decision) {
    return new Started(decision, Vector.empty(), Option.none());
  }

  Started warning(Vector<String> further) {
    return new Started(decision, warnings.appendAll(further), fault);
  }
}
