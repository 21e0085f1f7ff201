package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a state takes from its input and what it adds to it. */
public record DataFlow(
    Selection inputPath,
    Optional<Template> parameters,
    Optional<Template> resultSelector,
    ResultPath resultPath,
    Selection outputPath) {

  /** What InputPath leaves of the input. */
  public Scope selected(Scope input) {
    return input.over(inputPath.of(input));
  }

  /** What the state works on: Parameters, or else what InputPath leaves. */
  public JsonNode effectiveInput(Scope input) {
    var selected = selected(input);
    return parameters.map(template -> template.evaluate(selected)).orElseGet(selected::data);
  }

  /** The output of a state that had {@code input} and {@code result}. */
  public JsonNode output(Scope input, JsonNode result) {
    var chosen =
        resultSelector.map(template -> template.evaluate(input.over(result))).orElse(result);
    return output(input.over(resultPath.place(input.data(), chosen)));
  }

  /** The output of a state without result. */
  public JsonNode output(Scope effective) {
    return outputPath.of(effective);
  }
}
