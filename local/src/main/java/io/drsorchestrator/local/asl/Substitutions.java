package io.drsorchestrator.local.asl;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The DefinitionSubstitutions of a template: values for <code>${Name}</code>. */
final class Substitutions {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  private Substitutions() {}

  static String apply(String text, Map<String, String> values) {
    return PLACEHOLDER.matcher(text).replaceAll(match -> value(match, values));
  }

  private static String value(MatchResult match, Map<String, String> values) {
    var value = values.get(match.group(1));
    if (value == null) {
      throw new InvalidDefinitionException(
          "The state machine",
          "no substitution for %s, there are %s".formatted(match.group(), values.keySet()));
    }
    return Matcher.quoteReplacement(value);
  }
}
