package io.drsorchestrator.local.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.drsorchestrator.adapter.in.Offences.Completes;
import io.drsorchestrator.adapter.in.Offences.GrantsAuthority;
import io.drsorchestrator.adapter.in.Offences.KnowsTheLocalSystem;
import io.drsorchestrator.adapter.in.Offences.KnowsTheSdk;
import io.drsorchestrator.adapter.in.Offences.ReadsTheClock;
import io.drsorchestrator.adapter.in.Offences.WiresItself;
import io.drsorchestrator.adapter.out.Offences.KnowsDrs;
import io.drsorchestrator.adapter.out.Offences.KnowsDynamoDb;
import io.drsorchestrator.adapter.out.Offences.KnowsEc2;
import io.drsorchestrator.adapter.out.Offences.KnowsLambda;
import io.drsorchestrator.adapter.out.Offences.KnowsSns;
import io.drsorchestrator.adapter.out.Offences.KnowsStepFunctions;
import io.drsorchestrator.adapter.out.Offences.KnowsSts;
import io.drsorchestrator.adapter.out.Offences.KnowsTheApi;
import io.drsorchestrator.application.Offences.KnowsJson;
import io.drsorchestrator.application.create.PreflightOffences;
import io.drsorchestrator.application.poll.Offences.Finalizes;
import io.drsorchestrator.application.poll.Offences.TakesAnotherPort;
import io.drsorchestrator.domain.Offences.KnowsFiles;
import io.drsorchestrator.local.asl.Offences.DrawsWithoutSeed;
import io.drsorchestrator.local.asl.Offences.KnowsTheDomain;
import io.drsorchestrator.local.asl.Offences.KnowsThePlan;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the architecture is broken by a class that does what it forbids. */
class OffencesTest {

  private static final Map<String, Class<?>> OFFENCES =
      Map.ofEntries(
          entry("the_domain_knows_plain_java_alone", KnowsFiles.class),
          entry("the_application_knows_plain_java_and_the_domain_alone", KnowsJson.class),
          entry("json_stays_outside", KnowsJson.class),
          entry(
              "what_calls_does_not_know_what_is_called",
              io.drsorchestrator.adapter.in.Offences.KnowsTheStore.class),
          entry("what_is_called_does_not_know_what_calls", KnowsTheApi.class),
          entry("the_composition_root_is_known_to_the_handler_alone", WiresItself.class),
          entry("nothing_that_is_deployed_knows_the_local_system", KnowsTheLocalSystem.class),
          entry("the_sdk_is_the_outer_adapters_business", KnowsTheSdk.class),
          entry("only_the_entry_point_of_step_functions_grants_authority", GrantsAuthority.class),
          entry("polling_cannot_end_or_hold_an_execution", Finalizes.class),
          entry("polling_takes_its_own_ports_from_the_store_alone", TakesAnotherPort.class),
          entry("a_preflight_calls_nothing_that_writes", PreflightOffences.Writes.class),
          entry("completing_is_for_finalizing_alone", Completes.class),
          entry("the_world_is_read_at_the_edge", ReadsTheClock.class),
          entry("simulators_know_nothing_of_the_orchestrator", KnowsTheDomain.class),
          entry(
              "local_tables_know_the_names_of_the_tables_alone",
              io.drsorchestrator.local.aws.dynamodb.Offences.KnowsTheStore.class),
          entry("simulators_stand_alone", KnowsThePlan.class),
          entry("dynamodb_is_known_to_the_store", KnowsDynamoDb.class),
          entry("drs_is_known_to_what_recovers_and_prepares", KnowsDrs.class),
          entry("ec2_is_known_to_what_looks_and_prepares", KnowsEc2.class),
          entry("step_functions_is_known_to_workflows", KnowsStepFunctions.class),
          entry("sts_is_known_to_roles", KnowsSts.class),
          entry("sns_is_known_to_notifications", KnowsSns.class),
          entry("the_runtime_of_lambda_is_the_handlers_business", KnowsLambda.class),
          entry("simulators_read_neither_clock_nor_chance_nor_settings", DrawsWithoutSeed.class));

  static List<Field> rules() {
    return Stream.of(HexagonTest.class, AwsTypesTest.class, SimulatedTimeTest.class)
        .flatMap(type -> Stream.of(type.getDeclaredFields()))
        .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
        .toList();
  }

  @Test
  void no_rule_is_without_an_offence() {
    assertThat(rules().stream().map(Field::getName))
        .containsExactlyInAnyOrderElementsOf(OFFENCES.keySet());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_sees_its_offence_and_says_why_it_is_one(Field rule) throws IllegalAccessException {
    Class<?> offence = Objects.requireNonNull(OFFENCES.get(rule.getName()), rule.getName());
    var result =
        ((ArchRule) rule.get(null)).evaluate(new ClassFileImporter().importClasses(offence));

    assertThat(result.hasViolation()).as("%s by %s", rule.getName(), offence).isTrue();
    assertThat(result.getFailureReport().toString()).contains("because", offence.getName());
  }
}
