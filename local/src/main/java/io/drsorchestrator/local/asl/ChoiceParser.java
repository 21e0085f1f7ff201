package io.drsorchestrator.local.asl;

import java.util.List;
import java.util.Set;

/** Reads a Choice. */
final class ChoiceParser {
  private static final Set<String> SUPPORTED =
      Set.of("InputPath", "OutputPath", "Choices", "Default");

  private ChoiceParser() {}

  static State parse(StateSource source) {
    source.allowOnly(SUPPORTED);
    var flow = new FlowParser(source.fields(), source.paths()).parse();
    return new ChoiceState(
        source.name(), flow, branches(source), source.fields().findText("Default"));
  }

  private static List<ChoiceBranch> branches(StateSource source) {
    var rules = new RuleParser(source.paths());
    return source.fields().objects("Choices").stream()
        .map(choice -> new ChoiceBranch(rules.rule(choice), choice.text("Next")))
        .toList();
  }
}
