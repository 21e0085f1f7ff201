package io.drsorchestrator.domain;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.drsorchestrator.domain.execution.CompletedExecution;
import io.drsorchestrator.domain.execution.EndedExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.RunningExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.execution.WorkflowAuthority;
import io.drsorchestrator.domain.wave.Wave;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** What the domain may know and do, and that nothing a poll makes can end an execution. */
@AnalyzeClasses(
    packages = "io.drsorchestrator.domain",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DomainArchitectureTest {

  private static final DescribedPredicate<JavaClass> FREE_OF_EFFECTS =
      resideInAPackage("java.lang")
          .or(resideInAPackage("java.lang.runtime"))
          .or(resideInAPackage("java.lang.invoke"))
          .or(resideInAPackage("java.time.."))
          .or(resideInAPackage("java.util.function"))
          .or(resideInAPackage("java.util.regex"))
          .or(resideInAPackage("java.util"));

  @ArchTest
  static final ArchRule knows_java_vavr_and_itself_alone =
      classes()
          .should()
          .onlyDependOnClassesThat(
              FREE_OF_EFFECTS
                  .or(resideInAPackage("io.vavr.."))
                  .or(resideInAPackage("org.jspecify.."))
                  .or(resideInAPackage("io.drsorchestrator.domain..")))
          .because("other handlers reuse the domain, and it must run without any I/O");

  @ArchTest
  static final ArchRule has_no_clock_chance_or_environment =
      noClasses()
          .should()
          .accessTargetWhere(describe("reads the world", DomainArchitectureTest::readsTheWorld))
          .because("time, ids and settings come in, so that every run can be repeated");

  private static boolean readsTheWorld(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    var name = access.getTarget().getName();
    return name.equals("now")
        || name.startsWith("random")
        || name.equals("getenv")
        || owner.isEquivalentTo(System.class)
        || owner.isAssignableTo(Clock.class)
        || owner.isAssignableTo(Random.class)
        || owner.isAssignableTo(Thread.class)
        || owner.isEquivalentTo(Runtime.class);
  }

  @ArchTest
  static final ArchRule is_immutable =
      fields()
          .should()
          .beFinal()
          .because("a transition makes a new state and leaves the old one as it was");

  @ArchTest
  static final ArchRule has_no_setters =
      noMethods()
          .that()
          .areNotPrivate()
          .should()
          .haveNameMatching("set[A-Z].*")
          .orShould()
          .haveRawReturnType(void.class)
          .andShould()
          .notBeStatic()
          .because("whatever returns nothing can only have changed something");

  @ArchTest
  static final ArchRule knows_waves_without_executions =
      noClasses()
          .that()
          .resideInAPackage(Wave.class.getPackageName())
          .should()
          .transitivelyDependOnClassesThat(resideInAPackage("..domain.execution.."))
          .because("a wave cannot say anything about the execution that it belongs to");

  @ArchTest
  static final ArchRule knows_servers_without_waves =
      noClasses()
          .that()
          .resideInAPackage("..domain.server..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("..domain.wave..").or(resideInAPackage("..domain.execution..")))
          .because("a server cannot say anything about its wave");

  @ArchTest
  static final ArchRule only_a_polling_execution_makes_a_completed_one =
      noClasses()
          .that(not(equivalentTo(PollingExecution.class)).and(notItself()))
          .should()
          .dependOnClassesThat(equivalentTo(CompletedExecution.class))
          .because("there is one way to COMPLETED, and it asks for the workflow's authority");

  /** The sealed parent names it in its permits clause, which is no code. */
  private static DescribedPredicate<JavaClass> notItself() {
    return not(equivalentTo(CompletedExecution.class).or(equivalentTo(EndedExecution.class)));
  }

  @ArchTest
  static final ArchRule completing_asks_for_the_authority_of_the_workflow =
      methods()
          .that(describe("lead to COMPLETED", DomainArchitectureTest::leadsToCompleted))
          .and()
          .areNotPrivate()
          .should()
          .haveRawParameterTypes(WorkflowAuthority.class, Instant.class)
          .andShould()
          .beDeclaredIn(PollingExecution.class)
          .because("Step Functions alone finalizes (FR-5.5)");

  private static boolean leadsToCompleted(JavaMethod method) {
    return method.getReturnType().getAllInvolvedRawTypes().stream()
        .anyMatch(type -> type.isEquivalentTo(CompletedExecution.class));
  }

  @ArchTest
  static final ArchRule polls_cannot_reach_completion =
      noClasses()
          .that()
          .belongToAnyOf(RunningExecution.class, WaveProgress.class)
          .should()
          .dependOnClassesThat(
              assignableTo(EndedExecution.class)
                  .or(equivalentTo(ExecutionStatus.class))
                  .or(equivalentTo(Transition.class))
                  .or(equivalentTo(WorkflowAuthority.class))
                  .or(equivalentTo(LifecycleEvent.ExecutionCompleted.class))
                  .or(equivalentTo(LifecycleEvent.ExecutionFailed.class))
                  .or(equivalentTo(LifecycleEvent.ExecutionCancelled.class)))
          .because("a poll produces wave progress and nothing else (AC-3.3, AC-3.5)");

  @ArchTest
  static final ArchRule grants_itself_no_authority =
      noClasses()
          .that(not(equivalentTo(WorkflowAuthority.class)))
          .should()
          .callMethodWhere(
              describe(
                  "makes an authority",
                  call ->
                      call.getTargetOwner().isEquivalentTo(WorkflowAuthority.class)
                          && call.getName().equals("ofCaller")))
          .because("only the entry point that Step Functions calls may make one");

  @ArchTest
  static void wave_progress_has_no_place_for_the_status_of_an_execution(JavaClasses domain) {
    var reachable = componentsOf(WaveProgress.class, new LinkedHashSet<>());

    assertThat(reachable)
        .as("types inside a WaveProgress, because a poll must not carry a status (I3)")
        .contains(Wave.class, LifecycleEvent.WaveCompleted.class)
        .noneMatch(Execution.class::isAssignableFrom)
        .noneMatch(ExecutionStatus.class::isAssignableFrom);
  }

  /** Our own types that a value of {@code type} can hold, through any number of others. */
  private static Set<Class<?>> componentsOf(Class<?> type, Set<Class<?>> seen) {
    if (type.getName().startsWith("io.drsorchestrator.") && seen.add(type)) {
      partsOf(type).forEach(part -> componentsOf(part, seen));
    }
    return seen;
  }

  private static Stream<Class<?>> partsOf(Class<?> type) {
    Stream<Class<?>> subclasses =
        type.isSealed() ? Stream.of(type.getPermittedSubclasses()) : Stream.empty();
    return Stream.concat(
        subclasses,
        Stream.of(type.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .flatMap(field -> typesIn(field.getGenericType())));
  }

  /** A type that is not known exactly could be anything, so it counts as an execution. */
  private static Stream<Class<?>> typesIn(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Stream.of(generic.getActualTypeArguments()).flatMap(DomainArchitectureTest::typesIn);
    }
    return type instanceof Class<?> plain ? Stream.of(plain) : Stream.of(Execution.class);
  }
}
