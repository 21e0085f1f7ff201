package io.drsorchestrator.local.cfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.bootstrap.LambdaBootstrap;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The function that is deployed is the one that is built, with what it reads from its environment.
 */
final class HandlerFunctionTest {

  private static final Deployed DEPLOYED = Deployed.full();
  private static final Resource FUNCTION = DEPLOYED.named("ExecutionHandler");

  private static Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    FUNCTION
        .property("Environment")
        .path("Variables")
        .properties()
        .forEach(variable -> environment.put(variable.getKey(), variable.getValue().asText()));
    return environment;
  }

  /** As Lambda sets it up: with the Region, which no template may set. */
  private static Map<String, String> asInLambda() {
    var environment = environment();
    environment.put("AWS_REGION", Physical.REGION);
    return environment;
  }

  @Test
  void it_has_the_variables_of_the_contract_and_no_more() {
    assertThat(environment().keySet())
        .isEqualTo(
            Set.of(
                "PROTECTION_GROUPS_TABLE",
                "RECOVERY_PLANS_TABLE",
                "EXECUTION_HISTORY_TABLE",
                "TARGET_ACCOUNTS_TABLE",
                "PROJECT_NAME",
                "ENVIRONMENT",
                "STATE_MACHINE_ARN",
                "EXECUTION_NOTIFICATIONS_TOPIC_ARN",
                "DRS_ALERTS_TOPIC_ARN",
                "EXECUTION_PAUSE_TOPIC_ARN",
                "API_GATEWAY_URL"));
    assertThat(environment().get("API_GATEWAY_URL"))
        .isEqualTo(DEPLOYED.stack().output("ApiEndpoint"));
    assertThat(environment()).doesNotContainKey("AWS_REGION");
  }

  @Test
  void the_handler_starts_with_them() {
    assertThat(LambdaBootstrap.useCases(asInLambda(), InstantSource.system())).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROTECTION_GROUPS_TABLE",
        "RECOVERY_PLANS_TABLE",
        "EXECUTION_HISTORY_TABLE",
        "TARGET_ACCOUNTS_TABLE",
        "STATE_MACHINE_ARN"
      })
  void and_would_not_start_without(String variable) {
    var environment = asInLambda();
    environment.remove(variable);

    assertThatThrownBy(() -> LambdaBootstrap.useCases(environment, InstantSource.system()))
        .hasMessageContaining(variable);
  }

  @Test
  void its_class_is_there_and_its_jar_is_what_the_build_makes()
      throws ReflectiveOperationException {
    var handler = FUNCTION.text("Handler").split("::", -1);

    assertThat(RequestStreamHandler.class).isAssignableFrom(Class.forName(handler[0]));
    assertThat(Class.forName(handler[0]).getDeclaredConstructor()).isNotNull();
    assertThat(handler[1]).isEqualTo("handleRequest");
    assertThat(FUNCTION.text("Code")).isEqualTo("../adapters-lambda/target/execution-handler.jar");
  }

  /** It is composed by name: the machine that it means must be the machine that there is. */
  @Test
  void it_starts_the_machine_that_is_deployed() {
    for (var suffix : new String[] {"", "-v2"}) {
      var deployed = Deployed.full(Map.of("NameSuffix", suffix));
      assertThat(
              deployed
                  .named("ExecutionHandler")
                  .property("Environment")
                  .path("Variables")
                  .path("STATE_MACHINE_ARN")
                  .asText())
          .isEqualTo(deployed.stack().output("StateMachineArn"))
          .matches("arn:aws:states:eu-west-1:[0-9]{12}:stateMachine:[a-z0-9-]+");
    }
  }

  /**
   * A task that gives up earlier than its function leaves an invocation behind that still works.
   */
  @Test
  void tasks_outlast_the_function() throws IOException {
    int timeout = FUNCTION.property("Timeout").asInt();
    for (var file : new String[] {"execution.asl.json", "wave.asl.json"}) {
      var asl = new ObjectMapper().readTree(Template.FOLDER.resolve(file).toFile());
      for (var state : asl.path("States")) {
        if (state.path("Resource").asText().contains(":lambda:invoke")) {
          assertThat(state.path("TimeoutSeconds").asInt()).as(file).isGreaterThan(timeout);
        }
      }
    }
    assertThat(timeout).as("TC-2.3").isLessThanOrEqualTo(900);
  }

  @Test
  void a_build_or_a_changed_setting_publishes_a_version() {
    var version = DEPLOYED.named("ExecutionHandlerVersion");

    assertThat(version.text("CodeSha256")).isEqualTo("c2hhMjU2");
    assertThat(version.text("Description")).isEqualTo("revision");
    assertThat(FUNCTION.text("Description"))
        .as("Lambda publishes nothing for a function that has not changed")
        .contains("revision");
    assertThat(DEPLOYED.named("ExecutionHandlerLive").text("Name")).isEqualTo("live");
  }

  @Test
  void it_is_logged_and_traced_for_thirty_days() {
    assertThat(FUNCTION.property("TracingConfig").path("Mode").asText()).isEqualTo("Active");
    assertThat(FUNCTION.property("LoggingConfig").path("LogFormat").asText()).isEqualTo("JSON");
    assertThat(DEPLOYED.ofType("AWS::Logs::LogGroup"))
        .hasSize(3)
        .allMatch(group -> group.text("RetentionInDays").equals("30"));
  }

  @Test
  void everybody_calls_the_alias() {
    assertThat(DEPLOYED.ofType("AWS::Lambda::Permission"))
        .hasSize(6)
        .allMatch(permission -> permission.text("FunctionName").equals(Deployed.HANDLER))
        .allMatch(permission -> permission.text("SourceArn").contains(Physical.ACCOUNT));
  }
}
