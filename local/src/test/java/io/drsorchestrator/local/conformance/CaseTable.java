package io.drsorchestrator.local.conformance;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.drsorchestrator.conformance.Case;
import io.drsorchestrator.conformance.CaseNames;
import io.drsorchestrator.conformance.Cases;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cases of the suite, and the table of them that the documentation has. */
final class CaseTable {

  private CaseTable() {}

  static Set<Class<?>> classes() {
    return cases().stream().map(Method::getDeclaringClass).collect(Collectors.toSet());
  }

  static List<Method> cases() {
    return new ClassFileImporter()
        .importPackages(Suite.PACKAGE).stream()
            .filter(type -> type.isAnnotatedWith(Cases.class))
            .flatMap(type -> methods(type.reflect()))
            .toList();
  }

  private static Stream<Method> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Case.class))
        .sorted(Comparator.comparing(Method::getName));
  }

  static String markdown() {
    return cases().stream()
        .collect(Collectors.groupingBy(Method::getDeclaringClass))
        .entrySet()
        .stream()
        .sorted(Comparator.comparing(group -> group.getKey().getSimpleName()))
        .flatMap(group -> group.getValue().stream())
        .map(CaseTable::row)
        .collect(
            Collectors.joining(
                "\n", "| about | case | seen to fail for |\n| --- | --- | --- |\n", "\n"));
  }

  private static String row(Method method) {
    return "| %s | %s | %s |"
        .formatted(
            String.join(", ", method.getAnnotation(Case.class).value()),
            CaseNames.sentence(method.getName()),
            Arrays.stream(Defect.values())
                .filter(defect -> defect.failingCases().contains(method.getName()))
                .map(Defect::number)
                .distinct()
                .collect(Collectors.joining(", ")));
  }
}
