package io.drsorchestrator.domain.execution;

import java.util.regex.Pattern;

/** The id of an execution; also the name of its workflow, so it has that name's characters only. */
public record ExecutionId(String value) {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  public ExecutionId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an execution id has 1 to 80 characters of A-Z, a-z, 0-9, '-' and '_'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
