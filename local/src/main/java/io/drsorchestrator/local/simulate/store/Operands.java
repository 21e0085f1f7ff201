package io.drsorchestrator.local.simulate.store;

/**
 * Reads operands: paths, placeholders, {@code size}, {@code if_not_exists}, {@code list_append}.
 */
final class Operands {

  private Operands() {}

  static Operand read(Tokens tokens) {
    if (tokens.isCall()) {
      return call(tokens.take(), tokens);
    }
    if (tokens.peek().startsWith(":")) {
      var word = tokens.take();
      return bindings -> bindings.value(word);
    }
    return Path.read(tokens);
  }

  private static Operand call(String function, Tokens tokens) {
    tokens.expect("(");
    var first = read(tokens);
    if (function.equals("size")) {
      tokens.expect(")");
      return bindings -> Values.size(first.in(bindings));
    }
    tokens.expect(",");
    var second = read(tokens);
    tokens.expect(")");
    return switch (function) {
      case "if_not_exists" ->
          bindings -> {
            var present = first.in(bindings);
            return present == null ? second.in(bindings) : present;
          };
      case "list_append" -> bindings -> Values.appended(first.in(bindings), second.in(bindings));
      default -> throw Refusals.invalid("Invalid function name: " + function);
    };
  }
}
