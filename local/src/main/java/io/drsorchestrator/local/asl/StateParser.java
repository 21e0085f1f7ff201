package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads one state of any type. */
final class StateParser {
  private static final int LONGEST_NAME = 80;
  private static final Map<String, Function<StateSource, State>> PARSERS =
      Map.of(
          "Choice", ChoiceParser::parse,
          "Fail", SimpleStateParser::fail,
          "Pass", SimpleStateParser::pass,
          "Succeed", SimpleStateParser::succeed,
          "Task", TaskParser::parse,
          "Wait", WaitParser::parse);

  private StateParser() {}

  static State parse(String name, JsonNode node) {
    var fields = new Fields(where(name), node);
    if (name.length() > LONGEST_NAME) {
      throw fields.refusal("the name is longer than " + LONGEST_NAME + " characters");
    }
    QueryLanguage.check(fields);
    var type = fields.text("Type");
    var parser = PARSERS.get(type);
    if (parser == null) {
      throw fields.refusal(
          "the type '%s' is not supported, supported are %s"
              .formatted(type, new TreeSet<>(PARSERS.keySet())));
    }
    return parser.apply(new StateSource(name, fields));
  }

  static String where(String name) {
    return "State '" + name + "'";
  }
}
