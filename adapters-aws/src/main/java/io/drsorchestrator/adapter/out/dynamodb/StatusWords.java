package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The words under which statuses are stored, those of older systems included (contract 2.8). All
 * are read and all stand in conditions; only the first of each is written.
 */
final class StatusWords {

  static final String PAUSE_PENDING = "PAUSE_PENDING";

  private static final Map<ExecutionStatus, Vector<String>> EXECUTION =
      LinkedHashMap.of(
          ExecutionStatus.PENDING,
          Vector.of("PENDING"),
          ExecutionStatus.POLLING,
          Vector.of(
              "POLLING",
              "RUNNING",
              "IN_PROGRESS",
              "INITIATED",
              "LAUNCHING",
              "STARTED",
              PAUSE_PENDING),
          ExecutionStatus.PAUSED,
          Vector.of("PAUSED"),
          ExecutionStatus.CANCELLING,
          Vector.of("CANCELLING"),
          ExecutionStatus.COMPLETED,
          Vector.of("COMPLETED", "COMPLETED_WITH_WARNINGS"),
          ExecutionStatus.FAILED,
          Vector.of("FAILED", "PARTIAL", "TIMEOUT", "TIMED_OUT", "TERMINATED", "SUCCEEDED"),
          ExecutionStatus.CANCELLED,
          Vector.of("CANCELLED", "ABORTED"));

  private static final Map<WaveStatus, Vector<String>> WAVE =
      LinkedHashMap.of(
          WaveStatus.PENDING,
          Vector.of("PENDING"),
          WaveStatus.POLLING,
          Vector.of(
              "POLLING",
              "STARTED",
              "INITIATED",
              "IN_PROGRESS",
              "LAUNCHING",
              "CONVERTING",
              "UNKNOWN",
              "ERROR"),
          WaveStatus.COMPLETED,
          Vector.of("COMPLETED", "LAUNCHED"),
          WaveStatus.FAILED,
          Vector.of("FAILED", "PARTIAL", "TIMEOUT", "TERMINATED"),
          WaveStatus.CANCELLED,
          Vector.of("CANCELLED"));

  private StatusWords() {}

  static Vector<String> of(ExecutionStatus... statuses) {
    return Vector.of(statuses).flatMap(EXECUTION::get).flatMap(words -> words);
  }

  static Vector<String> of(WaveStatus status) {
    return WAVE.get(status).getOrElse(Vector.empty());
  }

  static Option<ExecutionStatus> execution(String word) {
    return EXECUTION.find(entry -> entry._2.contains(word)).map(entry -> entry._1);
  }

  static Option<WaveStatus> wave(String word) {
    return WAVE.find(entry -> entry._2.contains(word)).map(entry -> entry._1);
  }
}
