package io.drsorchestrator.adapter.out.drs;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.Locale;

/**
 * The rule by which tags select servers (contract 6): all pairs must match; keys are compared
 * without surrounding space, values also without regard to case.
 */
record TagMatch(Map<String, String> wanted) {

  TagMatch {
    wanted = normalized(wanted);
  }

  boolean accepts(java.util.Map<String, String> tags) {
    var present = normalized(HashMap.ofAll(tags));
    return wanted.forAll(pair -> present.get(pair._1()).contains(pair._2()));
  }

  private static Map<String, String> normalized(Map<String, String> tags) {
    return tags.bimap(String::strip, value -> value.strip().toLowerCase(Locale.ROOT));
  }
}
