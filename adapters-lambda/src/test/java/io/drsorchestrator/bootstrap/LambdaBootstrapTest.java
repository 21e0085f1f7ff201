package io.drsorchestrator.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.notification.OperatorAccess;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LambdaBootstrapTest {

  /** Without the alias a command would run {@code $LATEST}: after a way back, the bad code. */
  @Test
  void people_are_told_to_call_the_alias_of_the_function() {
    var environment =
        Map.of(
            "AWS_LAMBDA_FUNCTION_NAME", "drs-handler-prod", "API_GATEWAY_URL", "https://api/prod");

    assertThat(LambdaBootstrap.access(environment))
        .isEqualTo(new OperatorAccess("https://api/prod", "drs-handler-prod:live"));
  }
}
