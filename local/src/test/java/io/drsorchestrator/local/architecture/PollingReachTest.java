package io.drsorchestrator.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.drsorchestrator.application.end.UpdateExecution;
import io.drsorchestrator.application.finalization.FinalizeExecution;
import io.drsorchestrator.application.poll.PollExecution;
import io.drsorchestrator.application.port.Completions;
import io.drsorchestrator.application.port.Endings;
import io.drsorchestrator.application.port.Gates;
import io.drsorchestrator.application.port.WaveRecords;
import io.drsorchestrator.domain.execution.CompletedExecution;
import io.drsorchestrator.domain.execution.PollingExecution;
import java.util.Set;
import java.util.stream.Stream;

/** Whatever a poll calls, in every adapter behind its ports, it calls nothing that finalizes. */
@AnalyzeClasses(
    packages = "io.drsorchestrator",
    importOptions = {ImportOption.DoNotIncludeTests.class, NoTestJars.class})
class PollingReachTest {

  @ArchTest
  static void polling_calls_nothing_that_ends_or_holds_an_execution(JavaClasses all) {
    var reached = Reach.from(methodsOf(all, PollExecution.class, "poll"));

    assertThat(reached)
        .as("the search goes through ports into adapters")
        .anyMatch(access -> access.getTargetOwner().isAssignableTo(WaveRecords.class))
        .anyMatch(access -> access.getTargetOwner().getName().endsWith(".DynamoDbClient"));
    assertThat(reached)
        .as("because a poll updates waves and finishes nothing (AC-3.3)")
        .noneMatch(PollingReachTest::ends);
  }

  /** The same search finds the way of the one who may. */
  @ArchTest
  static void the_finalization_is_reached_from_where_it_belongs(JavaClasses all) {
    assertThat(Reach.from(methodsOf(all, FinalizeExecution.class, "finalizeBy")))
        .anyMatch(PollingReachTest::ends);
  }

  private static Stream<JavaMethod> methodsOf(JavaClasses all, Class<?> type, String name) {
    return all.get(type).getMethods().stream().filter(method -> method.getName().equals(name));
  }

  private static boolean ends(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    return Stream.of(
                Completions.class,
                Endings.class,
                Gates.class,
                FinalizeExecution.class,
                UpdateExecution.class)
            .anyMatch(owner::isAssignableTo)
        || (owner.isEquivalentTo(CompletedExecution.class)
            && access.getTarget().getName().equals("<init>"))
        || (owner.isEquivalentTo(PollingExecution.class)
            && Set.of("finalizeBy", "completed").contains(access.getTarget().getName()));
  }
}
