package io.drsorchestrator.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.aws.dynamodb.LocalDynamoDb;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult.Status;

/**
 * Broken handlers fail the cases that are named for their defect, and no others: of the same
 * classes, or of all with {@code -Dconformance.exhaustive=true}.
 */
final class BrokenHandlersTest {

  /** What a broken handler never does need not be waited for long. */
  private static final Map<String, String> IMPATIENT = Map.of("conformance.patienceSeconds", "10");

  @ParameterizedTest
  @EnumSource
  void a_broken_handler_fails_the_cases_of_its_defect_alone(Defect defect) {
    var expected = defect.failingCases();
    assertThat(failed(defect, classes(expected))).isNotEmpty().isEqualTo(expected);
  }

  private static Set<Class<?>> classes(Set<String> cases) {
    var exhaustive = Boolean.getBoolean("conformance.exhaustive");
    return CaseTable.cases().stream()
        .filter(method -> exhaustive || cases.contains(method.getName()))
        .map(Method::getDeclaringClass)
        .collect(Collectors.toSet());
  }

  private static Set<String> failed(Defect defect, Set<Class<?>> classes) {
    try (var dynamoDb = LocalDynamoDb.start(0);
        var world = World.ofOurs(dynamoDb, defect.sabotage())) {
      var settings = new HashMap<>(world.settings());
      settings.putAll(IMPATIENT);
      return Suite.run(settings, classes).entrySet().stream()
          .filter(result -> result.getValue().getStatus() != Status.SUCCESSFUL)
          .map(Map.Entry::getKey)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void the_file_of_failing_cases_names_cases_that_there_are() {
    assertThat(CaseTable.cases().stream().map(Method::getName).toList())
        .doesNotHaveDuplicates()
        .containsAll(FailingCases.ofAny());
  }
}
