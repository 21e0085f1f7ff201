package io.drsorchestrator.domain.execution;

import java.util.regex.Pattern;

/** The id of a recovery plan. */
public record PlanId(String value) {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  public PlanId {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a plan id has 1 to 80 characters of A-Z, a-z, 0-9, '-' and '_'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
