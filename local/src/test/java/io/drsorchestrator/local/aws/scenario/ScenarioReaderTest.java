package io.drsorchestrator.local.aws.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drsorchestrator.local.aws.drs.Disturbance;
import io.drsorchestrator.local.aws.drs.DrsSettings;
import io.drsorchestrator.local.aws.drs.Failure;
import io.drsorchestrator.local.aws.drs.Quotas;
import io.drsorchestrator.local.aws.drs.SecondsRange;
import io.drsorchestrator.local.aws.drs.ServerBehaviour;
import io.drsorchestrator.local.aws.drs.Stage;
import io.drsorchestrator.local.aws.fault.CallPattern;
import io.drsorchestrator.local.aws.fault.Effect;
import io.drsorchestrator.local.aws.fault.Fault;
import io.drsorchestrator.local.aws.fault.Occurrence;
import io.drsorchestrator.local.aws.input.InvalidInputException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {

  @Test
  void an_empty_scenario_is_calm() {
    Scenario scenario = parse("{}");

    assertThat(scenario.settings()).isEqualTo(DrsSettings.DEFAULT);
    assertThat(scenario.servers()).isEmpty();
    assertThat(scenario.faults()).isEmpty();
  }

  @Test
  void settings_can_be_overridden_one_by_one() {
    DrsSettings settings =
        parse(
                "{'seed':-3,'pageSize':7,'quotas':{'concurrentJobs':2},"
                    + "'timings':{'pendingSeconds':[1,2]}}")
            .settings();

    assertThat(settings.seed()).isEqualTo(-3);
    assertThat(settings.pageSize()).isEqualTo(7);
    assertThat(settings.quotas()).isEqualTo(new Quotas(100, 2, 500));
    assertThat(settings.timings().pending()).isEqualTo(new SecondsRange(1, 2));
    assertThat(settings.timings().start()).isEqualTo(new SecondsRange(5, 10));
  }

  @Test
  void a_server_can_be_disturbed_in_many_ways() {
    Scenario scenario =
        parse(
            "{'servers':[{'match':'db*','launches':2,'fail':{'at':'conversion','reason':'why'},"
                + "'slow':{'factor':2.5,'extraSeconds':3},'stuckAt':'launch',"
                + "'instanceIdDelaySeconds':4,'ec2DelaySeconds':5,'jobVanishesAfterSeconds':6}]}");

    assertThat(scenario.servers())
        .containsExactly(
            ServerBehaviour.of(
                    "db*",
                    new Disturbance.Fails(new Failure(Stage.CONVERSION, "why")),
                    new Disturbance.Slow(2.5, Duration.ofSeconds(3)),
                    new Disturbance.Stuck(Stage.LAUNCH),
                    new Disturbance.LateInDrs(Duration.ofSeconds(4)),
                    new Disturbance.LateInEc2(Duration.ofSeconds(5)),
                    new Disturbance.JobVanishes(Duration.ofSeconds(6)))
                .forLaunches(2));
  }

  @Test
  void a_fault_has_calls_occurrence_delay_and_effect() {
    Scenario scenario =
        parse(
            "{'faults':[{'service':'drs','operation':'StartRecovery','accountId':'1',"
                + "'region':'us-east-1','page':'later','afterCalls':1,'count':2,'probability':0.5,"
                + "'fromSeconds':3,'untilSeconds':4,'delaySeconds':5,"
                + "'effect':'throttle','retryAfterSeconds':6}]}");

    assertThat(scenario.faults())
        .containsExactly(
            new Fault(
                new CallPattern(
                    "drs", "StartRecovery", Optional.of("1"), Optional.of("us-east-1"), true),
                new Occurrence(1, 2, 0.5, Duration.ofSeconds(3), Duration.ofSeconds(4)),
                Duration.ofSeconds(5),
                new Effect.Throttle(Optional.of(6))));
  }

  @Test
  void each_effect_has_its_own_fields() {
    assertThat(effect("'effect':'error','errorCode':'Unavailable','status':502"))
        .isEqualTo(new Effect.Fail(Optional.of("Unavailable"), Optional.of(502)));
    assertThat(effect("'effect':'disconnect'")).isEqualTo(new Effect.Disconnect());
    assertThat(effect("'effect':'loseAnswer'")).isEqualTo(new Effect.LoseAnswer(Optional.empty()));
    assertThat(effect("'effect':'unknownEnum','fields':['a']"))
        .isEqualTo(new Effect.UnknownEnum(Set.of("a")));
    assertThat(effect("'effect':'missingFields','fields':['a','b']"))
        .isEqualTo(new Effect.MissingFields(Set.of("a", "b")));
    assertThat(effect("'effect':'delay','delaySeconds':1")).isEqualTo(new Effect.Delay());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'sed':1                           | sed                   | seed",
        "'pageSize':0                      | pageSize              | 1 to 1000",
        "'seed':1,'seed':2                 | line 1                | valid JSON",
        "'quotas':{'jobs':1}               | quotas.jobs           | concurrentJobs",
        "'timings':{'endSeconds':[2,1]}    | timings.endSeconds    | shortest",
        "'timings':{'endSeconds':3}        | timings.endSeconds    | list",
        "'servers':{}                      | servers               | list of objects",
        "'servers':[{}]                    | servers[0].match      | text",
        "'servers':[{'match':'a','stuckAt':'boot'}] | servers[0].stuckAt | snapshot, conversion",
        "'servers':[{'match':'a','fail':{'at':'launch'}}] | servers[0].fail.reason | text",
        "'servers':[{'match':'a','slow':{'factor':0}}] | servers[0].slow.factor | above 0",
        "'servers':[{'match':'a','fails':1}] | servers[0].fails    | stuckAt",
        "'faults':[{}]                     | faults[0].service     | drs, ec2"
      })
  void a_mistake_is_told_in_one_line(String fields, String field, String allowed) {
    assertMistake("{" + fields + "}", field, allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'effect':'trottle'                           | effect            | throttle",
        "'operation':'Start','effect':'throttle'      | operation         | StartRecovery",
        "'effect':'delay'                             | delaySeconds      | seconds",
        "'effect':'unknownEnum'                       | fields            | names",
        "'effect':'disconnect','retryAfterSeconds':1  | retryAfterSeconds | count",
        "'effect':'throttle','probability':1.5        | probability       | up to 1",
        "'effect':'throttle','count':0                | count             | 1 to",
        "'effect':'throttle','fromSeconds':9,'untilSeconds':9 | untilSeconds | after",
        "'effect':'error','status':200                | status            | 400 to 599"
      })
  void a_mistake_in_a_fault_is_told_in_one_line(String fields, String field, String allowed) {
    assertMistake("{'faults':[{'service':'drs'," + fields + "}]}", "faults[0]." + field, allowed);
  }

  private static void assertMistake(String json, String field, String allowed) {
    var mistake = catchThrowableOfType(InvalidInputException.class, () -> parse(json));

    assertThat(mistake.field()).isEqualTo(field);
    assertThat(mistake.allowed()).contains(allowed);
    assertThat(mistake.getMessage()).doesNotContain("\n");
  }

  private static Effect effect(String fields) {
    return parse("{'faults':[{'service':'ec2'," + fields + "}]}").faults().get(0).effect();
  }

  private static Scenario parse(String json) {
    return ScenarioReader.parse(json.replace('\'', '"'));
  }
}
