package io.drsorchestrator.conformance;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Names such as {@code D1, AC-2.2: a poll between two waves leaves the execution POLLING}. */
public final class CaseNames extends DisplayNameGenerator.Standard {

  @Override
  public String generateDisplayNameForMethod(
      List<Class<?>> enclosing, Class<?> type, Method method) {
    var holds = method.getAnnotation(Case.class);
    var sentence = sentence(method.getName());
    return holds == null ? sentence : String.join(", ", holds.value()) + ": " + sentence;
  }

  /** The name of a case in words. */
  public static String sentence(String method) {
    return method.replace('_', ' ');
  }
}
