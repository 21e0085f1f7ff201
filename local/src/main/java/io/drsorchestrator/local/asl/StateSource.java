package io.drsorchestrator.local.asl;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One state as it is written, with what all types of state have in common. */
record StateSource(String name, Fields fields) {
  private static final Set<String> EVERYWHERE = Set.of("Type", "Comment", "QueryLanguage");

  void allowOnly(Set<String> supported) {
    var all = new HashSet<>(EVERYWHERE);
    all.addAll(supported);
    fields.allowOnly(all);
  }

  PathParser paths() {
    return new PathParser(fields.where(), false);
  }

  PathParser pathsWithToken() {
    return new PathParser(fields.where(), true);
  }

  Transition transition() {
    if (fields.onlyOneOf("Next", "End").equals("Next")) {
      return new Transition(Optional.of(fields.text("Next")));
    }
    if (!fields.findFlag("End").orElse(false)) {
      throw fields.refusal("'End' must be true, or 'Next' be given instead");
    }
    return new Transition(Optional.empty());
  }

  /** The number of seconds in {@code field}, or at the path in the field named with "Path". */
  Optional<Seconds> seconds(String field, long least) {
    var path = field + "Path";
    if (fields.has(field) && fields.has(path)) {
      throw fields.refusal("only one of '%s' and '%s' may be given".formatted(field, path));
    }
    var given = fields.findWhole(field, least, Seconds.MOST).map(any -> constant(field));
    return given
        .or(() -> fields.findText(path).map(text -> computed(text, path)))
        .map(value -> new Seconds(value, least));
  }

  Template constant(String field) {
    return new Template.Constant(fields.json(field));
  }

  private Template computed(String text, String field) {
    return new Template.Computed(paths().reference(text, field));
  }
}
