package io.drsorchestrator.adapter.in.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.crac.Context;
import org.crac.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PrimingTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "us-east-1",
          "STATE_MACHINE_ARN", "arn:aws:states:us-east-1:111122223333:stateMachine:drs",
          "EXECUTION_HISTORY_TABLE", "history",
          "RECOVERY_PLANS_TABLE", "plans",
          "PROTECTION_GROUPS_TABLE", "groups",
          "TARGET_ACCOUNTS_TABLE", "accounts");

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    root.addAppender(lines);
  }

  @AfterEach
  void listenNoMore() {
    root.detachAppender(lines);
  }

  @Test
  void an_offline_handler_answers_as_if_there_were_nothing() throws IOException {
    var list = "{\"httpMethod\":\"GET\",\"resource\":\"/executions\",\"path\":\"/executions\"}";

    var answer =
        ExecutionHandler.offline(ENVIRONMENT).rehearse(list.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.path("body").asText()).contains("\"items\":[]");
  }

  /** What is found to be wrong is logged, and counted where no find has ended. */
  @Test
  void nothing_is_logged_before_a_snapshot() throws IOException {
    new Priming(() -> ExecutionHandler.offline(ENVIRONMENT)).beforeCheckpoint(new NoContext());

    assertThat(lines.list).isEmpty();
  }

  private static final class NoContext extends Context<Resource> {

    @Override
    public void register(Resource resource) {}

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {}

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
  }
}
