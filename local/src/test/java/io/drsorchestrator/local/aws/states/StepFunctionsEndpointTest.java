package io.drsorchestrator.local.aws.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.local.asl.StateMachineDefinition;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.stepfunctions.Account;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import io.drsorchestrator.local.stepfunctions.Ports;
import io.drsorchestrator.local.stepfunctions.StepFunctions;
import io.drsorchestrator.local.time.ScaledScheduler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** Step Functions through the real client, in time that runs fast. */
final class StepFunctionsEndpointTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final String WAITING =
      """
      {"StartAt":"Ask","States":{"Ask":{"Type":"Task","End":true,
        "Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","HeartbeatSeconds":36000,
        "Parameters":{"FunctionName":"f","Payload.$":"$$.Task.Token"}}}}""";

  private final ScaledScheduler time = new ScaledScheduler(NOON, 100);
  private final BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
  private final StepFunctions stepFunctions =
      new StepFunctions(
          new Account("eu-west-1", "123456789012"),
          time,
          new Random(1),
          Ports.of(
              (function, payload, done) -> {
                tokens.add(payload.replace("\"", ""));
                done.accept(InvocationResult.success("{}"));
              }));
  private final String machine =
      stepFunctions.register("asking", StateMachineDefinition.parse(WAITING, Map.of())).arn();
  private @Nullable EndpointServer server;
  private @Nullable SfnClient opened;

  @BeforeEach
  void serve() throws IOException {
    server = new EndpointServer(new StepFunctionsEndpoint(stepFunctions));
    opened =
        SfnClient.builder()
            .endpointOverride(server.uri())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void stop() {
    client().close();
    if (server != null) {
      server.close();
    }
    time.close();
  }

  @Test
  void an_execution_is_started_called_back_and_described() throws InterruptedException {
    var started = start("one", "{\"a\":1}");
    var token = nextToken();
    client().sendTaskHeartbeat(request -> request.taskToken(token));
    client().sendTaskSuccess(request -> request.taskToken(token).output("{\"done\":true}"));

    var described =
        client().describeExecution(request -> request.executionArn(started.executionArn()));

    assertThat(started.executionArn())
        .isEqualTo("arn:aws:states:eu-west-1:123456789012:execution:asking:one");
    assertThat(started.startDate()).isBetween(NOON, NOON.plus(Duration.ofHours(2)));
    assertThat(described.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(described.stateMachineArn()).isEqualTo(machine);
    assertThat(described.name()).isEqualTo("one");
    assertThat(described.input()).isEqualTo("{\"a\":1}");
    assertThat(described.output()).isEqualTo("{\"done\":true}");
    assertThat(described.startDate()).isEqualTo(started.startDate());
    assertThat(described.stopDate()).isAfter(described.startDate());
  }

  @Test
  void a_failed_task_shows_its_error_and_cause() throws InterruptedException {
    var started = start("one", "{}");
    var token = nextToken();
    client().sendTaskFailure(request -> request.taskToken(token).error("Lost").cause("why"));

    var described =
        client().describeExecution(request -> request.executionArn(started.executionArn()));

    assertThat(described.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(described.error()).isEqualTo("Lost");
    assertThat(described.cause()).isEqualTo("why");
    assertThat(described.output()).isNull();
  }

  @Test
  void an_execution_is_stopped() {
    var started = start("one", "{}");

    var stopped =
        client()
            .stopExecution(
                request ->
                    request.executionArn(started.executionArn()).error("Stop").cause("asked"));

    var described =
        client().describeExecution(request -> request.executionArn(started.executionArn()));
    assertThat(described.status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(described.error()).isEqualTo("Stop");
    assertThat(described.stopDate()).isEqualTo(stopped.stopDate());
  }

  @Test
  void the_history_is_paged_in_both_directions() throws InterruptedException {
    var started = start("one", "{\"a\":1}");
    var token = nextToken();
    client().sendTaskSuccess(request -> request.taskToken(token).output("2"));

    var forward = events(started, false);
    var backward = events(started, true);

    assertThat(forward.get(0).type()).isEqualTo(HistoryEventType.EXECUTION_STARTED);
    assertThat(forward.get(0).executionStartedEventDetails().input()).isEqualTo("{\"a\":1}");
    assertThat(forward.get(1).stateEnteredEventDetails().name()).isEqualTo("Ask");
    assertThat(forward.get(2).taskScheduledEventDetails().heartbeatInSeconds()).isEqualTo(36000);
    assertThat(forward).extracting(HistoryEvent::id).isSorted().doesNotHaveDuplicates();
    assertThat(forward.get(forward.size() - 1).executionSucceededEventDetails().output())
        .isEqualTo("2");
    assertThat(backward).hasSameSizeAs(forward);
    assertThat(backward.get(0)).isEqualTo(forward.get(forward.size() - 1));
  }

  @Test
  void executions_are_listed_newest_first_by_status_and_page() {
    var first = start("one", "{}");
    var second = start("two", "{}");
    client().stopExecution(request -> request.executionArn(first.executionArn()));

    var all =
        client().listExecutionsPaginator(request -> request.stateMachineArn(machine).maxResults(1));
    var running =
        client()
            .listExecutions(request -> request.stateMachineArn(machine).statusFilter("RUNNING"));

    assertThat(all.executions().stream().map(found -> found.executionArn()))
        .containsExactly(second.executionArn(), first.executionArn());
    assertThat(running.executions()).hasSize(1);
    assertThat(running.executions().get(0).name()).isEqualTo("two");
  }

  @Test
  void machines_are_listed_and_described() {
    assertThat(client().listStateMachines().stateMachines().get(0).stateMachineArn())
        .isEqualTo(machine);
    assertThat(
            client().describeStateMachine(request -> request.stateMachineArn(machine)).definition())
        .isEqualTo(WAITING);
  }

  @Test
  void refusals_are_the_exceptions_of_the_client() throws InterruptedException {
    var started = start("one", "{}");
    var token = nextToken();

    assertThat(start("one", "{}")).isEqualTo(started);
    assertThatThrownBy(() -> start("one", "{ }"))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
    assertThatThrownBy(() -> start("a b", "{}")).isInstanceOf(InvalidNameException.class);
    assertThatThrownBy(() -> start("two", "{")).isInstanceOf(InvalidExecutionInputException.class);
    assertThatThrownBy(() -> startOf("x")).isInstanceOf(InvalidArnException.class);
    assertThatThrownBy(() -> startOf(machine + "x"))
        .isInstanceOf(StateMachineDoesNotExistException.class);
    assertThatThrownBy(
            () ->
                client()
                    .describeExecution(
                        request -> request.executionArn(started.executionArn() + "x")))
        .isInstanceOf(ExecutionDoesNotExistException.class);
    assertThatThrownBy(() -> succeed("x", "{}")).isInstanceOf(InvalidTokenException.class);
    assertThatThrownBy(() -> succeed(token, "{")).isInstanceOf(InvalidOutputException.class);
    succeed(token, "{}");
    assertThatThrownBy(() -> succeed(token, "{}")).isInstanceOf(TaskTimedOutException.class);
  }

  @Test
  void an_operation_that_does_not_exist_here_is_named_unknown() {
    assertThatThrownBy(() -> client().listActivities())
        .isInstanceOfSatisfying(
            SfnException.class,
            refusal ->
                assertThat(refusal.awsErrorDetails().errorCode())
                    .isEqualTo("UnknownOperationException"));
  }

  @Test
  void requests_of_other_services_are_not_accepted() {
    var endpoint = new StepFunctionsEndpoint(stepFunctions);

    assertThat(endpoint.accepts(request("DynamoDB_20120810.GetItem", "{}"))).isFalse();
    assertThat(endpoint.accepts(request("AWSStepFunctions.StartExecution", "{}"))).isTrue();
  }

  @Test
  void a_request_without_body_or_member_is_refused_by_name() {
    var endpoint = new StepFunctionsEndpoint(stepFunctions);

    var unreadable = endpoint.handle(request("AWSStepFunctions.StartExecution", "nothing"));
    var incomplete = endpoint.handle(request("AWSStepFunctions.StartExecution", "{}"));

    assertThat(unreadable.status()).isEqualTo(400);
    assertThat(unreadable.body()).contains("\"__type\":\"SerializationException\"");
    assertThat(incomplete.status()).isEqualTo(400);
    assertThat(incomplete.body()).contains("ValidationException", "stateMachineArn");
  }

  private static HttpRequest request(String target, String body) {
    return new HttpRequest("POST", "/", Map.of(), Map.of("x-amz-target", target), body);
  }

  private StartExecutionResponse start(String name, String input) {
    return client()
        .startExecution(request -> request.stateMachineArn(machine).name(name).input(input));
  }

  private void startOf(String arn) {
    client().startExecution(request -> request.stateMachineArn(arn));
  }

  private void succeed(String token, String output) {
    client().sendTaskSuccess(request -> request.taskToken(token).output(output));
  }

  private List<HistoryEvent> events(StartExecutionResponse started, boolean reverse) {
    return client()
        .getExecutionHistoryPaginator(
            request ->
                request.executionArn(started.executionArn()).maxResults(3).reverseOrder(reverse))
        .events()
        .stream()
        .toList();
  }

  private String nextToken() throws InterruptedException {
    var token = tokens.poll(10, TimeUnit.SECONDS);
    assertThat(token).isNotNull();
    return String.valueOf(token);
  }

  private SfnClient client() {
    return Objects.requireNonNull(opened);
  }
}
