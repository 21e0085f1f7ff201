package io.drsorchestrator.domain;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.drsorchestrator.domain.server.ServerOffences;
import io.drsorchestrator.domain.wave.WaveOffences;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the domain is broken by a class that does what it forbids. */
class DomainOffencesTest {

  private static final Map<String, Class<?>> OFFENCES =
      Map.ofEntries(
          entry("knows_java_vavr_and_itself_alone", DomainOffences.KnowsFiles.class),
          entry("has_no_clock_chance_or_environment", DomainOffences.ReadsTheClock.class),
          entry("is_immutable", DomainOffences.Changes.class),
          entry("has_no_setters", DomainOffences.HasASetter.class),
          entry("knows_waves_without_executions", WaveOffences.KnowsTheExecution.class),
          entry("knows_servers_without_waves", ServerOffences.KnowsTheWave.class),
          entry("only_a_polling_execution_makes_a_completed_one", DomainOffences.Completes.class),
          entry(
              "completing_asks_for_the_authority_of_the_workflow", DomainOffences.Completes.class),
          entry("grants_itself_no_authority", DomainOffences.GrantsAuthority.class));

  /** They are about two classes by name: the change poll-can-say-how-it-ended breaks one. */
  private static final Set<String> OF_SINGLE_CLASSES = Set.of("polls_cannot_reach_completion");

  static List<Field> rules() {
    return Stream.of(DomainArchitectureTest.class.getDeclaredFields())
        .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
        .filter(field -> !OF_SINGLE_CLASSES.contains(field.getName()))
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
    var offence = OFFENCES.get(rule.getName());
    var result =
        ((ArchRule) rule.get(null)).evaluate(new ClassFileImporter().importClasses(offence));

    assertThat(result.hasViolation()).as("%s by %s", rule.getName(), offence).isTrue();
    assertThat(result.getFailureReport().toString()).contains("because");
  }
}
