package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Result.Version;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;

/** What of the results that an invocation has had so far tells it apart from another one. */
final class Tape {

  private static final String READ = "Executions.find";

  /** Writes after whose conflict a use case reads and decides again, as if it had just begun. */
  private static final Set<String> RETRIED =
      HashSet.of(
          "WaveClaims.claim",
          "WaveClaims.failLaunch",
          "WaveRecords.record",
          "Gates.requestPause",
          "Gates.requestResume",
          "Gates.pause",
          "Gates.resume",
          "Endings.fail",
          "Endings.requestCancel",
          "Endings.finishCancel",
          "Completions.complete");

  private Tape() {}

  /** Every result, whether it can still matter or not. */
  static long all(Vector<Result> tape, Version current) {
    long hash = 1;
    for (var result : tape) {
      hash = Mix.of(hash, whole(result, current));
    }
    return hash;
  }

  /**
   * Without what a use case no longer looks at. Once it has read the record again, of the earlier
   * read the kind of execution and its workflow are left, of other calls whether they were carried
   * out, and of a try that ended in a conflict nothing.
   */
  static long last(Vector<Result> tape, Version current) {
    var tries = withoutConflicts(tape);
    int lastRead = tries.lastIndexWhere(result -> result.call().equals(READ));
    long hash = 1;
    for (int i = 0; i < tries.size(); i++) {
      var result = tries.get(i);
      hash = Mix.of(hash, i < lastRead ? outline(result) : whole(result, current));
    }
    return hash;
  }

  private static long outline(Result result) {
    var isWord = result.outcome().value().forAll(Enum.class::isInstance);
    var word = isWord ? Mix.of(result.outcome().text()) : 0;
    return Mix.of(Mix.of(result.call()), Mix.of(result.kind(), word));
  }

  private static Vector<Result> withoutConflicts(Vector<Result> tape) {
    Vector<Result> left = Vector.empty();
    for (var result : tape) {
      left =
          RETRIED.contains(result.call()) && result.outcome().text().equals("CONFLICT")
              ? left.take(left.lastIndexWhere(r -> r.call().equals(READ)))
              : left.append(result);
    }
    return left;
  }

  private static long whole(Result result, Version current) {
    long hash = result.digest();
    for (var version : result.versions()) {
      var isCurrent = version.record() == current.record();
      hash = Mix.of(hash, (isCurrent ? 2 : 0) + (version.wave() == current.wave() ? 1 : 0));
    }
    return hash;
  }
}
