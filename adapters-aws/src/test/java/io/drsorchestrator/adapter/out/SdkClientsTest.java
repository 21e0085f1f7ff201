package io.drsorchestrator.adapter.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.adapter.out.LoopbackEndpoint.Answer;
import io.drsorchestrator.adapter.out.drs.DrsClients;
import io.drsorchestrator.adapter.out.ec2.Ec2Clients;
import io.drsorchestrator.adapter.out.states.StepFunctionsWorkflows;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.domain.execution.WorkflowArn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.regions.Region;

class SdkClientsTest {

  private final List<String> settings = new ArrayList<>();

  @Test
  void a_drs_client_is_of_the_region_and_bounded_in_time_and_attempts() {
    var client = DrsClients.of(Scopes.NO_ROLES).of(Scopes.in("eu-west-3"));

    assertBounded(client.serviceClientConfiguration());
  }

  @Test
  void an_ec2_client_is_of_the_region_and_bounded_in_time_and_attempts() {
    var client = Ec2Clients.of(Scopes.NO_ROLES).of(Scopes.in("eu-west-3"));

    assertBounded(client.serviceClientConfiguration());
  }

  /** The way to a local system: production code knows no endpoint of its own. */
  @Test
  void a_client_goes_where_the_standard_settings_of_the_sdk_point() {
    try (var endpoint = LoopbackEndpoint.answering(Answer.of(200, "{\"status\":\"RUNNING\"}"))) {
      set("aws.endpointUrlSfn", endpoint.uri().toString());
      set("aws.accessKeyId", "id");
      set("aws.secretAccessKey", "key");
      var workflows =
          StepFunctionsWorkflows.of("arn:aws:states:eu-west-3:111122223333:stateMachine:M");

      var run = new WorkflowArn("arn:aws:states:eu-west-3:111122223333:execution:M:exec-1");
      assertThat(workflows.describe(run).isRunning()).isTrue();
      assertThat(endpoint.requests().single().body()).contains(run.value());
      assertThat(endpoint.requests().single().authorization())
          .contains("/eu-west-3/states/aws4_request");
    }
  }

  /** A Region becomes part of the host that signed requests are sent to. */
  @ParameterizedTest
  @ValueSource(strings = {"", "us-east-1.evil.example", "a/b", "us east", "US-EAST-1", "x#"})
  void a_region_that_is_none_has_no_client(String region) {
    var clients = DrsClients.of(Scopes.NO_ROLES);

    assertThatThrownBy(() -> clients.of(Scopes.in(region)))
        .isInstanceOf(AwsRefusedException.class)
        .hasMessageContaining("Region");
  }

  @AfterEach
  void restoreSettings() {
    settings.forEach(System::clearProperty);
  }

  private void set(String setting, String value) {
    assertThat(System.setProperty(setting, value)).isNull();
    settings.add(setting);
  }

  private static void assertBounded(AwsServiceClientConfiguration configuration) {
    assertThat(configuration.region()).isEqualTo(Region.EU_WEST_3);
    var settings = configuration.overrideConfiguration();
    assertThat(settings.apiCallTimeout()).contains(Duration.ofSeconds(25));
    assertThat(settings.apiCallAttemptTimeout()).contains(Duration.ofSeconds(10));
    assertThat(settings.retryStrategy().map(strategy -> strategy.maxAttempts())).contains(3);
  }
}
