package io.drsorchestrator.adapter.in.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.domain.wave.WaveNumber;

/**
 * A decision as the state machines read it (design section 4). It may gain fields and never lose
 * one: a running workflow keeps its definition and meets a newer handler.
 */
final class DecisionJson {

  private DecisionJson() {}

  /** {@code reReads} counts how often in a row the workflow had to read again after an error. */
  static ObjectNode of(Decision decision, int reReads) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("executionId", decision.key().executionId().value());
    json.put("planId", decision.key().planId().value());
    json.put("status", decision.status().name());
    json.put("next", decision.next().kind().name());
    json.put("waveNumber", decision.next().wave().map(WaveNumber::value).getOrElse(-1));
    json.put("waitSeconds", waitSeconds(decision));
    json.put("completedWaves", decision.completedWaves());
    json.put("totalWaves", decision.waves().size());
    json.put("reReads", reReads);
    var waves = json.putArray("waves");
    decision
        .waves()
        .zipWithIndex()
        .forEach(wave -> waves.addObject().put("number", wave._2).put("status", wave._1.name()));
    return json;
  }

  /** A superset for direct callers (contract 4). */
  static ObjectNode forDirectCaller(Decision decision) {
    var json = of(decision, 0);
    json.put("statusCode", 200);
    json.put("allWavesComplete", areAllComplete(decision));
    json.put("alreadyFinalized", decision.status().isTerminal());
    return json;
  }

  /** Of a plan without waves, none is (I1). */
  private static boolean areAllComplete(Decision decision) {
    return decision.waves().nonEmpty() && decision.completedWaves() == decision.waves().size();
  }

  /** Rounded up, and at least one second: no loop of a state machine is without a wait (D11). */
  private static long waitSeconds(Decision decision) {
    return Math.max(1, decision.next().after().plusNanos(999_999_999).toSeconds());
  }
}
