package io.drsorchestrator.local.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.adapter.out.dynamodb.DynamoDbStore;
import io.drsorchestrator.adapter.out.dynamodb.Tables;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.create.Preflight;
import io.drsorchestrator.application.finalization.FinalizeExecution;
import io.drsorchestrator.application.poll.PollExecution;
import io.drsorchestrator.application.port.Completions;
import io.drsorchestrator.application.port.Deletions;
import io.drsorchestrator.application.port.DrillReminders;
import io.drsorchestrator.application.port.Endings;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.Executions;
import io.drsorchestrator.application.port.Gates;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.LaunchConfigurations;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.NewExecutions;
import io.drsorchestrator.application.port.Notifications;
import io.drsorchestrator.application.port.PauseReminders;
import io.drsorchestrator.application.port.PlanActivity;
import io.drsorchestrator.application.port.PlanLocks;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryPlans;
import io.drsorchestrator.application.port.Terminations;
import io.drsorchestrator.application.port.WaveClaims;
import io.drsorchestrator.application.port.WaveRecords;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.bootstrap.LambdaBootstrap;
import io.drsorchestrator.domain.execution.CompletedExecution;
import io.drsorchestrator.domain.execution.WorkflowAuthority;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * The hexagon: arrows point inwards, and what may finish an execution is in few hands. The domain
 * has rules of its own in its module.
 */
@AnalyzeClasses(
    packages = "io.drsorchestrator",
    importOptions = {ImportOption.DoNotIncludeTests.class, NoTestJars.class})
class HexagonTest {

  private static final String ROOT = "io.drsorchestrator.";
  private static final String DOMAIN = ROOT + "domain..";
  private static final String APPLICATION = ROOT + "application..";
  private static final String ADAPTER_IN = ROOT + "adapter.in..";
  private static final String ADAPTER_OUT = ROOT + "adapter.out..";
  private static final String BOOTSTRAP = ROOT + "bootstrap..";
  private static final String LOCAL = ROOT + "local..";
  private static final String LOCAL_DYNAMODB = ROOT + "local.aws.dynamodb..";
  private static final String[] SIMULATORS = {
    ROOT + "local.aws..",
    ROOT + "local.asl..",
    ROOT + "local.stepfunctions..",
    ROOT + "local.time..",
    ROOT + "local.http.."
  };

  /** Every port through which anything is written, started, told or terminated. */
  private static final List<Class<?>> WRITING =
      List.of(
          NewExecutions.class,
          PlanLocks.class,
          WaveClaims.class,
          WaveRecords.class,
          Gates.class,
          Endings.class,
          Completions.class,
          Deletions.class,
          Terminations.class,
          PauseReminders.class,
          DrillReminders.class,
          RecoveryJobs.class,
          LaunchConfigurations.class,
          RecoveryInstances.class,
          Workflows.class,
          Notifications.class,
          LifecycleJournal.class);

  private static final DescribedPredicate<JavaClass> PLAIN_JAVA =
      resideInAnyPackage("java.lang..", "java.util..", "java.time..")
          .or(resideInAnyPackage("io.vavr..", "org.jspecify.."));

  @ArchTest
  static final ArchRule the_domain_knows_plain_java_alone =
      classes()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat(PLAIN_JAVA.or(resideInAPackage(DOMAIN)))
          .because("other handlers reuse the domain");

  @ArchTest
  static final ArchRule the_application_knows_plain_java_and_the_domain_alone =
      classes()
          .that()
          .resideInAPackage(APPLICATION)
          .should()
          .onlyDependOnClassesThat(PLAIN_JAVA.or(resideInAnyPackage(DOMAIN, APPLICATION)))
          .because("use cases reach the world through their ports");

  @ArchTest
  static final ArchRule json_stays_outside =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN, APPLICATION)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..")
          .because("the shapes of requests, answers and items are the adapters' business");

  @ArchTest
  static final ArchRule what_calls_does_not_know_what_is_called =
      noClasses()
          .that()
          .resideInAPackage(ADAPTER_IN)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ADAPTER_OUT)
          .because("the Lambda function reaches AWS through the use cases alone");

  @ArchTest
  static final ArchRule what_is_called_does_not_know_what_calls =
      noClasses()
          .that()
          .resideInAPackage(ADAPTER_OUT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ADAPTER_IN, BOOTSTRAP)
          .because("another function can be built on the same adapters");

  @ArchTest
  static final ArchRule the_composition_root_is_known_to_the_handler_alone =
      noClasses()
          .that(not(equivalentTo(ExecutionHandler.class)))
          .and()
          .resideOutsideOfPackages(BOOTSTRAP, LOCAL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BOOTSTRAP)
          .because("whoever wires himself cannot be wired otherwise in a test");

  @ArchTest
  static final ArchRule nothing_that_is_deployed_knows_the_local_system =
      noClasses()
          .that()
          .resideOutsideOfPackage(LOCAL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(LOCAL)
          .because("the handler under the simulators is the production handler");

  @ArchTest
  static final ArchRule the_sdk_is_the_outer_adapters_business =
      noClasses()
          .that()
          .resideOutsideOfPackages(ADAPTER_OUT, BOOTSTRAP, LOCAL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..")
          .because("an exception or a model class of AWS must not decide anything inside");

  @ArchTest
  static final ArchRule only_the_entry_point_of_step_functions_grants_authority =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + "adapter.in.lambda.StepFunctionsCaller")
          .should()
          .accessTargetWhere(describe("make an authority", HexagonTest::grantsAuthority))
          .because("Step Functions alone finalizes (FR-5.5)");

  private static boolean grantsAuthority(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(WorkflowAuthority.class)
        && access.getTarget().getName().equals("ofCaller");
  }

  @ArchTest
  static void the_entry_point_of_step_functions_does_grant_authority(JavaClasses all) {
    assertThat(all.stream().flatMap(c -> c.getAccessesFromSelf().stream()))
        .as("or else the rule about it holds of nothing")
        .anyMatch(HexagonTest::grantsAuthority);
  }

  @ArchTest
  static final ArchRule polling_cannot_end_or_hold_an_execution =
      noClasses()
          .that()
          .resideInAPackage(PollExecution.class.getPackageName() + "..")
          .should()
          .dependOnClassesThat(
              belongToAnyOf(
                  Completions.class,
                  Endings.class,
                  Gates.class,
                  NewExecutions.class,
                  FinalizeExecution.class,
                  CompletedExecution.class,
                  WorkflowAuthority.class))
          .because("the old system's poll finished executions after their first wave (D1, AC-3.3)");

  @ArchTest
  static final ArchRule polling_takes_its_own_ports_from_the_store_alone =
      noClasses()
          .that()
          .resideInAPackage(PollExecution.class.getPackageName() + "..")
          .should()
          .accessTargetWhere(
              describe(
                  "take a port of another use case",
                  access ->
                      access.getTargetOwner().isEquivalentTo(ExecutionStore.class)
                          && !Set.of("records", "claims").contains(access.getTarget().getName())))
          .because("a port that a poll does not have cannot be misused by it");

  /** By its fields, and by theirs. */
  @Test
  void polling_holds_nothing_that_ends_an_execution() {
    assertThat(heldBy(PollExecution.class, new LinkedHashSet<>()))
        .contains(Executions.class, WaveRecords.class, WaveClaims.class)
        .doesNotContain(
            ExecutionStore.class,
            Completions.class,
            Endings.class,
            Gates.class,
            NewExecutions.class,
            FinalizeExecution.class,
            UseCases.class);
  }

  /** By its fields, and by theirs. */
  @Test
  void a_preflight_holds_nothing_that_writes() {
    assertThat(heldBy(Preflight.class, new LinkedHashSet<>()))
        .contains(RecoveryPlans.class, PlanActivity.class, LaunchAdmission.class)
        .doesNotContain(ExecutionStore.class, UseCases.class)
        .doesNotContainAnyElementsOf(WRITING);
  }

  @ArchTest
  static final ArchRule a_preflight_calls_nothing_that_writes =
      noClasses()
          .that()
          .haveNameMatching(
              ROOT
                  + "application.create.(Preflight|PlanSurvey|PlanWatch|LiveServers|Tolerant|Findings"
                  + "|StartSlowdowns|UnfinishedExecutions|HeldServers|WaveServers|PlanCheck"
                  + "|PlanAccount|LaunchFacts|LaunchLimits|StartChecks|StartWarnings).*")
          .should()
          .accessTargetWhere(
              describe(
                  "call a port that writes, or that starts or changes something in AWS",
                  access -> WRITING.stream().anyMatch(access.getTargetOwner()::isEquivalentTo)))
          .because("whoever looks at a plan at night must not move anything by it");

  private static Set<Class<?>> heldBy(Class<?> type, Set<Class<?>> seen) {
    if (type.getName().startsWith(ROOT) && seen.add(type)) {
      Arrays.stream(type.getDeclaredFields())
          .filter(field -> !Modifier.isStatic(field.getModifiers()))
          .forEach(field -> heldBy(field.getType(), seen));
    }
    return seen;
  }

  @ArchTest
  static final ArchRule completing_is_for_finalizing_alone =
      noClasses()
          .that(
              not(
                  belongToAnyOf(
                          FinalizeExecution.class,
                          UseCases.class,
                          ExecutionStore.class,
                          DynamoDbStore.class)
                      .or(assignableTo(Completions.class))))
          .should()
          .dependOnClassesThat(equivalentTo(Completions.class))
          .orShould()
          .accessTargetWhere(
              describe(
                  "take the port",
                  access ->
                      access.getTargetOwner().isEquivalentTo(ExecutionStore.class)
                          && access.getTarget().getName().equals("completions")))
          .because("there is one way to COMPLETED (AC-4.2)");

  @ArchTest
  static final ArchRule the_world_is_read_at_the_edge =
      noClasses()
          .that(not(equivalentTo(ExecutionHandler.class)))
          .and()
          .resideOutsideOfPackages(BOOTSTRAP, LOCAL)
          .should()
          .accessTargetWhere(describe("read clock, chance or settings", HexagonTest::readsTheWorld))
          .because("time, ids and settings come in, so that every run can be repeated");

  private static boolean readsTheWorld(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    var name = access.getTarget().getName();
    return (owner.getPackageName().equals("java.time") && name.equals("now"))
        || (owner.isAssignableTo(InstantSource.class) && name.startsWith("system"))
        || (owner.isAssignableTo(Clock.class) && name.startsWith("tick"))
        || owner.isAssignableTo(RandomGenerator.class)
        || name.equals("randomUUID")
        || (owner.isEquivalentTo(Math.class) && name.equals("random"))
        || (owner.isEquivalentTo(System.class)
            && Set.of("getenv", "getProperty", "currentTimeMillis", "nanoTime").contains(name));
  }

  @ArchTest
  static final ArchRule simulators_know_nothing_of_the_orchestrator =
      noClasses()
          .that()
          .resideInAnyPackage(SIMULATORS)
          .and()
          .resideOutsideOfPackage(LOCAL_DYNAMODB)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DOMAIN, APPLICATION, ADAPTER_IN, ADAPTER_OUT, BOOTSTRAP)
          .because("a simulator that shares code with what it tests shares its mistakes");

  @ArchTest
  static final ArchRule local_tables_know_the_names_of_the_tables_alone =
      noClasses()
          .that()
          .resideInAPackage(LOCAL_DYNAMODB)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(DOMAIN, APPLICATION, ADAPTER_IN, ADAPTER_OUT, BOOTSTRAP)
                  .and(not(equivalentTo(Tables.class))))
          .because("the keys and indexes of the contract are written down a second time there");

  @ArchTest
  static final ArchRule simulators_stand_alone =
      noClasses()
          .that()
          .resideInAnyPackage(SIMULATORS)
          .should()
          .dependOnClassesThat(resideInAPackage(LOCAL).and(not(resideInAnyPackage(SIMULATORS))))
          .because("the parts do not know the whole that they are put together to");

  @Test
  void the_composition_root_is_where_these_rules_look_for_it() {
    assertThat(LambdaBootstrap.class.getPackageName() + "..").isEqualTo(BOOTSTRAP);
  }
}
