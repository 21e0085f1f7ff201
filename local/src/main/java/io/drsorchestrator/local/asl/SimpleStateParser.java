package io.drsorchestrator.local.asl;

import java.util.Optional;
import java.util.Set;

/** Reads Pass, Succeed and Fail. */
final class SimpleStateParser {
  private static final Set<String> PASS =
      Set.of("InputPath", "OutputPath", "Parameters", "Result", "ResultPath", "Next", "End");
  private static final Set<String> SUCCEED = Set.of("InputPath", "OutputPath");
  private static final Set<String> FAIL = Set.of("Error", "Cause", "ErrorPath", "CausePath");

  private SimpleStateParser() {}

  static State pass(StateSource source) {
    source.allowOnly(PASS);
    return new PassState(
        source.name(), flow(source), source.fields().findJson("Result"), source.transition());
  }

  static State succeed(StateSource source) {
    source.allowOnly(SUCCEED);
    return new SucceedState(source.name(), flow(source));
  }

  static State fail(StateSource source) {
    source.allowOnly(FAIL);
    return new FailState(source.name(), text(source, "Error"), text(source, "Cause"));
  }

  private static DataFlow flow(StateSource source) {
    return new FlowParser(source.fields(), source.paths()).parse();
  }

  private static Optional<Template> text(StateSource source, String field) {
    var path = field + "Path";
    if (source.fields().has(field) && source.fields().has(path)) {
      throw source.fields().refusal("only one of '%s' and '%s'".formatted(field, path));
    }
    return source
        .fields()
        .findText(field)
        .map(any -> source.constant(field))
        .or(() -> source.fields().findText(path).map(text -> computed(source, text, path)));
  }

  private static Template computed(StateSource source, String text, String field) {
    return new Template.Computed(ExpressionParser.parse(source.paths(), text, field));
  }
}
