package io.drsorchestrator.local.asl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads Retry and Catch of a Task. */
final class ErrorHandlingParser {
  private static final long MOST_ATTEMPTS = 99_999_999;
  private static final long LONGEST_DELAY = 31_622_400;
  private static final Set<String> RETRIER =
      Set.of(
          "Comment",
          "ErrorEquals",
          "IntervalSeconds",
          "MaxAttempts",
          "BackoffRate",
          "MaxDelaySeconds",
          "JitterStrategy");
  private static final Set<String> CATCHER = Set.of("Comment", "ErrorEquals", "ResultPath", "Next");

  private final Fields fields;
  private final FlowParser flow;

  ErrorHandlingParser(Fields fields, FlowParser flow) {
    this.fields = fields;
    this.flow = flow;
  }

  ErrorHandling parse() {
    return new ErrorHandling(list("Retry", this::retrier), list("Catch", this::catcher));
  }

  private <T> List<T> list(String field, Function<Fields, T> parser) {
    if (!fields.has(field)) {
      return List.of();
    }
    var parsed = new ArrayList<T>();
    var objects = fields.objects(field);
    for (var object : objects) {
      checkNames(object, parsed.size() == objects.size() - 1);
      parsed.add(parser.apply(object));
    }
    return parsed;
  }

  private static void checkNames(Fields object, boolean last) {
    var names = object.texts("ErrorEquals");
    if (names.contains(ErrorName.ALL) && !(last && names.size() == 1)) {
      throw object.refusal("'States.ALL' must be alone and in the last element");
    }
    for (var name : names) {
      if (ErrorName.isUnknown(name)) {
        throw object.refusal("the reserved error name '" + name + "' is not known");
      }
    }
  }

  private static ErrorMatcher errors(Fields object) {
    return new ErrorMatcher(Set.copyOf(object.texts("ErrorEquals")));
  }

  private Retrier retrier(Fields object) {
    object.allowOnly(RETRIER);
    long attempts = object.findWhole("MaxAttempts", 0, MOST_ATTEMPTS).orElse(3L);
    return new Retrier(errors(object), attempts, backoff(object));
  }

  private static Backoff backoff(Fields object) {
    long interval = object.findWhole("IntervalSeconds", 1, Seconds.MOST).orElse(1L);
    double rate = object.findNumber("BackoffRate", 1).orElse(2.0);
    long longest =
        object.findWhole("MaxDelaySeconds", interval + 1, LONGEST_DELAY).orElse(LONGEST_DELAY);
    return new Backoff(interval, rate, longest, jitter(object));
  }

  private static boolean jitter(Fields object) {
    var strategy = object.findText("JitterStrategy").orElse("NONE");
    if (!Set.of("FULL", "NONE").contains(strategy)) {
      throw object.refusal(
          "the JitterStrategy '" + strategy + "' is not supported, supported are FULL and NONE");
    }
    return strategy.equals("FULL");
  }

  private Catcher catcher(Fields object) {
    object.allowOnly(CATCHER);
    return new Catcher(errors(object), flow.resultPath(object), object.text("Next"));
  }
}
