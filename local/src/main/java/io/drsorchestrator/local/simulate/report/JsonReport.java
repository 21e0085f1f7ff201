package io.drsorchestrator.local.simulate.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.simulate.Counterexample;
import io.drsorchestrator.local.simulate.Tally;
import io.drsorchestrator.local.simulate.scenario.Operation;
import io.drsorchestrator.local.simulate.scenario.State;
import java.util.List;

/** What many runs came to, for programs. */
public final class JsonReport {

  private JsonReport() {}

  /** The report of the runs from {@code seed} on. */
  public static ObjectNode of(long seed, Tally tally, List<Counterexample> examples) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("seed", seed).put("runs", tally.runs());
    json.put("durationMillis", tally.duration().toMillis());
    json.put("invocations", tally.invocations());
    tally.endings().forEach(json.putObject("endings")::put);
    var violations = json.putArray("violations");
    tally
        .violations()
        .forEach(
            (failing, broken) ->
                violations
                    .addObject()
                    .put("seed", failing)
                    .put("invariant", broken.invariant())
                    .put("what", broken.what()));
    var shrunk = json.putArray("counterexamples");
    examples.forEach(example -> example(shrunk.addObject(), example));
    coverage(json.putObject("coverage"), tally);
    return json;
  }

  private static void example(ObjectNode json, Counterexample example) {
    json.put("seed", example.seed()).put("violation", example.violation().toString());
    example.steps().forEach(json.putArray("steps")::add);
    json.put("story", example.story());
  }

  private static void coverage(ObjectNode json, Tally tally) {
    var table = new CoverageTable(tally.coverage());
    table.empty().forEach(json.putArray("empty")::add);
    var cells = json.putObject("cells");
    for (var row : CoverageTable.rows()) {
      var operations = cells.putObject(row);
      for (var operation : Operation.values()) {
        var states = operations.putObject(operation.name());
        for (var state : State.values()) {
          states.put(state.name(), tally.coverage().of(row, operation, state));
        }
      }
    }
  }
}
