package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one value of a {@code .$} field: a path or a call of intrinsic functions. */
final class ExpressionParser {
  private static final Pattern NAME = Pattern.compile("States\\.[A-Za-z0-9]+(?=\\()");
  private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'");
  private static final Pattern PATH = Pattern.compile("\\$(?:'[^']*'|[^,()' ])*");
  private static final Pattern CONSTANT =
      Pattern.compile("(?:null|true|false|-?\\d+(?:\\.\\d+)?)(?=[ ,)])");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  private final PathParser paths;
  private final String field;
  private final TextCursor cursor;

  private ExpressionParser(PathParser paths, String text, String field) {
    this.paths = paths;
    this.field = field;
    this.cursor = new TextCursor(text);
  }

  static ValueExpression parse(PathParser paths, String text, String field) {
    return text.startsWith("$")
        ? paths.value(text, field)
        : new ExpressionParser(paths, text, field).whole();
  }

  private ValueExpression whole() {
    var call = call();
    if (!cursor.atEnd()) {
      throw refusal();
    }
    return call;
  }

  private ValueExpression call() {
    var name = cursor.take(NAME).orElseThrow(this::refusal);
    var function = Intrinsic.named(name).orElseThrow(() -> unknown(name));
    var arguments = arguments();
    if (!function.takes(arguments.size())) {
      throw paths.refusal("'%s' in '%s' has %d arguments".formatted(name, field, arguments.size()));
    }
    return new IntrinsicCall(function, arguments);
  }

  private List<ValueExpression> arguments() {
    var arguments = new ArrayList<ValueExpression>();
    cursor.skip("(");
    if (cursor.skip(")")) {
      return arguments;
    }
    do {
      arguments.add(argument());
    } while (cursor.skip(","));
    if (!cursor.skip(")")) {
      throw refusal();
    }
    return arguments;
  }

  private ValueExpression argument() {
    var quoted = cursor.take(QUOTED);
    if (quoted.isPresent()) {
      return new LiteralExpression(unquoted(quoted.get()));
    }
    var constant = cursor.take(CONSTANT).flatMap(Json::parse);
    if (constant.isPresent()) {
      return new LiteralExpression(constant.get());
    }
    var path = cursor.take(PATH);
    return path.isPresent() ? paths.value(path.get(), field) : call();
  }

  private static JsonNode unquoted(String quoted) {
    var inner = quoted.substring(1, quoted.length() - 1);
    return JsonNodeFactory.instance.textNode(ESCAPE.matcher(inner).replaceAll("$1"));
  }

  private InvalidDefinitionException refusal() {
    return paths.refusal(
        "'%s' in '%s' is neither a path nor a call, supported functions are %s"
            .formatted(cursor, field, Intrinsic.supported()));
  }

  private InvalidDefinitionException unknown(String name) {
    return paths.refusal(
        "the function '%s' in '%s' is not supported, supported are %s"
            .formatted(name, field, Intrinsic.supported()));
  }
}
