package io.drsorchestrator.application.explorer;

import io.drsorchestrator.domain.execution.Execution;
import io.vavr.control.Option;
import java.util.Map;
import java.util.function.Consumer;

/** Where a mutated port finds itself. */
interface Scene {

  /** What the invocation was asked for. */
  Order order();

  /** The calls that it has made before this one. */
  io.vavr.collection.Vector<Result> tape();

  /** The raw item; empty if there is none. */
  Map<String, Object> item();

  /** The record as it would be read if the raw item were changed so. */
  Option<Execution> readAs(Consumer<Map<String, Object>> change);

  /** Changes the raw item on no condition. */
  void edit(Consumer<Map<String, Object>> change);
}
