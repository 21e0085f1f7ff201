package io.drsorchestrator.local.stepfunctions;

import java.util.regex.Pattern;

/** Which names an execution may have. */
final class NameSyntax {
  private static final Pattern VALID =
      Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]{1,80}");

  private NameSyntax() {}

  static void check(String name) {
    if (!VALID.matcher(name).matches()) {
      throw StepFunctionsException.invalidName(name);
    }
  }
}
