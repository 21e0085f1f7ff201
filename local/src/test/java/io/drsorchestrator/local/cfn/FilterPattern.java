package io.drsorchestrator.local.cfn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** A pattern of CloudWatch Logs for lines of JSON, of the one form that the templates use. */
record FilterPattern(String field, String value) {

  private static final Pattern EQUALS = Pattern.compile("\\{ \\$\\.([A-Za-z]+) = \"([^\"*]+)\" }");

  static FilterPattern parse(String pattern) {
    var matcher = EQUALS.matcher(pattern);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not of the form { $.field = \"value\" }: " + pattern);
    }
    return new FilterPattern(matcher.group(1), matcher.group(2));
  }

  boolean matches(JsonNode line) {
    return line.path(field).asText().equals(value);
  }
}
