package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where a result goes in the state's input: nowhere, over all of it, or into one field. */
public final class ResultPath {
  static final ResultPath REPLACE = new ResultPath(false, List.of());
  static final ResultPath DISCARD = new ResultPath(true, List.of());
  private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\['([^']+)']");

  private final boolean discard;
  private final List<String> steps;

  private ResultPath(boolean discard, List<String> steps) {
    this.discard = discard;
    this.steps = List.copyOf(steps);
  }

  static ResultPath at(String path) {
    var steps = new ArrayList<String>();
    STEP.matcher(path)
        .results()
        .map(step -> step.group(1) == null ? step.group(2) : step.group(1))
        .forEach(steps::add);
    return new ResultPath(false, steps);
  }

  /** {@code input} with {@code result} in its place; neither is changed. */
  public JsonNode place(JsonNode input, JsonNode result) {
    return discard ? input : placed(input, 0, result);
  }

  private JsonNode placed(JsonNode parent, int depth, JsonNode result) {
    if (depth == steps.size()) {
      return result;
    }
    if (!parent.isObject()) {
      throw new StateFailure(
          ErrorName.RESULT_PATH_MATCH_FAILURE,
          "The ResultPath %s does not fit into the input".formatted(steps));
    }
    ObjectNode copy = Json.object().setAll((ObjectNode) parent);
    var step = steps.get(depth);
    var child = parent.has(step) ? parent.get(step) : Json.object();
    return copy.set(step, placed(child, depth + 1, result));
  }
}
