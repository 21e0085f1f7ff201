package io.drsorchestrator.adapter.in.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.SampleServers;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The preflight over HTTP and from direct callers; every HTTP answer is held against the file. */
final class PreflightEndpointTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String DRILL = "{\"executionType\":\"drill\"}";
  private static final SourceServerId SERVER = SampleServers.serverId(0, 0);

  private final OpenApiContract contract = new OpenApiContract();
  private final Workbench bench = new Workbench();
  private final ExecutionHandler handler =
      new ExecutionHandler(bench.useCases(), Authorization.BY_GROUPS, bench.clock());
  private final PlanId plan = bench.save(Vector.of(SampleWaves.plan(0), SampleWaves.plan(1)));

  private JsonNode invoke(ObjectNode event) {
    var output = new ByteArrayOutputStream();
    var context = mock(Context.class);
    when(context.getRemainingTimeInMillis()).thenReturn(300_000);
    try {
      var input = event.toString().getBytes(StandardCharsets.UTF_8);
      handler.handleRequest(new ByteArrayInputStream(input), output, context);
      return MAPPER.readTree(output.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode post(int status, String id, String body) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("httpMethod", "POST").put("resource", "/recovery-plans/{id}/preflight");
    event.putObject("pathParameters").put("id", id);
    event.put("body", body);
    event
        .putObject("requestContext")
        .putObject("authorizer")
        .putObject("claims")
        .put("email", "operator@example.com")
        .put("cognito:groups", "DRSOperator");
    var answer = invoke(event);
    contract.check(event, answer);
    assertThat(answer.path("statusCode").asInt()).isEqualTo(status);
    try {
      return MAPPER.readTree(answer.path("body").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode direct(PlanId checked) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("operation", "preflight")
        .put("planId", checked.value())
        .put("executionType", "RECOVERY");
  }

  private void job(String id, String type, Vector<SourceServerId> servers) {
    var states = servers.toLinkedMap(server -> server, server -> "IN_PROGRESS");
    bench
        .admission()
        .add(SampleWaves.REGION, new ActiveJob(new JobId(id), "STARTED", type, states));
  }

  private static Iterable<String> codes(JsonNode body) {
    return Vector.ofAll(body.path("stops")).map(stop -> stop.path("error").asText());
  }

  @Test
  void a_plan_that_can_be_started_is_ready() {
    bench.admission().recovered(SERVER, "i-left");
    bench.drs().runs("i-left", bench.clock().instant());

    var body = post(200, plan.value(), DRILL);

    assertThat(body.path("verdict").asText()).isEqualTo("READY_WITH_WARNINGS");
    assertThat(body.path("executionType").asText()).isEqualTo("DRILL");
    assertThat(body.path("stops")).isEmpty();
    var server = body.path("servers").path(0);
    assertThat(server.path("serverId").asText()).isEqualTo(SERVER.value());
    assertThat(server.path("lagDuration").asText()).isEqualTo("PT5M");
    assertThat(server.path("recoveryInstanceSince").asLong())
        .isEqualTo(bench.clock().instant().getEpochSecond());
    assertThat(body.path("regions").path(0).path("maxJobs").asInt()).isEqualTo(20);
    assertThat(body.path("limits").path("maxHistoryEvents").asInt()).isEqualTo(25_000);
  }

  /** Each stop is the body that a start would answer, and allowed as such. */
  @Test
  void a_plan_with_everything_wrong_is_told_all_of_it() {
    var id = new ExecutionId("running");
    assertThat(
            bench
                .useCases()
                .create()
                .create(Workbench.start(plan).withId(Option.some(id)))
                .isRight())
        .isTrue();
    bench
        .store()
        .put(
            new RecoveryPlan(
                plan,
                "Plan \u202e\n",
                Vector.of(SampleWaves.plan(0), SampleWaves.plan(1, 101), withoutGroup())));
    bench.store().ports().locks().acquire(plan, new ExecutionId("holder"), bench.clock().instant());
    Vector.range(0, 20).forEach(i -> job("drsjob-" + i, "TERMINATE", Vector.of(SERVER)));
    job("drsjob-big", "LAUNCH", Vector.range(0, 450).map(i -> new SourceServerId("s-o" + i)));
    bench.admission().replicate(SERVER, "DISCONNECTED");

    var body = post(200, plan.value(), DRILL);

    assertThat(body.path("verdict").asText()).isEqualTo("BLOCKED");
    assertThat(codes(body))
        .containsExactly(
            "PROTECTION_GROUP_NOT_FOUND",
            "SERVER_CONFLICT",
            "PLAN_ALREADY_EXECUTING",
            "PLAN_EXECUTION_CONFLICT",
            "WAVE_SIZE_LIMIT_EXCEEDED",
            "CONCURRENT_JOBS_LIMIT_EXCEEDED",
            "SERVERS_IN_JOBS_LIMIT_EXCEEDED",
            "UNHEALTHY_SERVER_REPLICATION");
    assertThat(body.path("slowdowns")).hasSize(20);
    assertThat(body.path("stops").path(2).path("activeExecutions").path(0).asText())
        .isEqualTo("running");
  }

  private static WavePlan withoutGroup() {
    return new WavePlan(
        new WaveNumber(2), "Wave\u001b[2J", Option.some("pg-gone"), Vector.of(SERVER), true);
  }

  @Test
  void what_cannot_be_checked_is_a_stop() {
    bench.admission().fail("activeJobs");

    assertThat(codes(post(200, plan.value(), DRILL))).containsExactly("START_CHECKS_UNAVAILABLE");
  }

  @Test
  void wrong_requests_are_refused() {
    assertThat(post(400, plan.value(), "{}").path("error").asText()).isEqualTo("MISSING_FIELD");
    assertThat(post(400, plan.value(), DRILL.replace("drill", "TEST")).path("error").asText())
        .isEqualTo("INVALID_EXECUTION_TYPE");
    assertThat(post(404, "nobodys", DRILL).path("error").asText())
        .isEqualTo("RECOVERY_PLAN_NOT_FOUND");
  }

  @Test
  void a_direct_caller_gets_a_plain_object() {
    bench.admission().recovered(SERVER, "i-left");

    var answer = invoke(direct(plan));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.path("executionType").asText()).isEqualTo("RECOVERY");
    assertThat(answer.path("warnings").path(0).asText()).contains("i-left");
    assertThat(invoke(direct(new PlanId("nobodys"))).path("statusCode").asInt()).isEqualTo(404);
  }

  @Test
  void a_workflow_has_no_preflight() {
    var event = direct(plan).put("workflow", "arn:aws:states:us-east-1:111122223333:execution:a:b");

    assertThatThrownBy(() -> invoke(event)).hasMessageContaining("preflight");
  }

  @Test
  void nothing_is_written() {
    var before = bench.store().snapshot();

    post(200, plan.value(), DRILL);
    invoke(direct(plan));

    assertThat(bench.store().snapshot()).isEqualTo(before);
  }
}
