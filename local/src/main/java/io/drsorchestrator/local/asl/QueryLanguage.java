package io.drsorchestrator.local.asl;

/** The language of the expressions of a machine or state. */
final class QueryLanguage {
  private static final String JSON_PATH = "JSONPath";

  private QueryLanguage() {}

  static void check(Fields fields) {
    var language = fields.findText("QueryLanguage").orElse(JSON_PATH);
    if (!language.equals(JSON_PATH)) {
      throw fields.refusal(
          "the QueryLanguage '%s' is not supported, only %s".formatted(language, JSON_PATH));
    }
  }
}
