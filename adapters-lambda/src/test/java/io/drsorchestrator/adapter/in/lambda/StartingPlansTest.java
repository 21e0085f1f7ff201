package io.drsorchestrator.adapter.in.lambda;

import static io.drsorchestrator.adapter.in.lambda.Bench.body;
import static io.drsorchestrator.adapter.in.lambda.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.api.Authorization;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.SampleServers;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** POST /executions as API Gateway delivers it, and what is answered (contract 3.3). */
final class StartingPlansTest {

  private static final String FIELDS =
      "'executionType':'drill','initiatedBy':'operator@example.com'";

  private final Workbench bench = new Workbench();
  private final PlanId plan = bench.save(Vector.of(SampleWaves.plan(0), SampleWaves.plan(1)));
  private final ExecutionHandler handler =
      new ExecutionHandler(bench.useCases(), Authorization.BY_GROUPS, bench.clock());

  private static ObjectNode post(String body) {
    return post("/executions", body, "DRSOperator");
  }

  private static ObjectNode post(String resource, String body, String group) {
    var event = json("{'httpMethod':'POST','headers':{'Authorization':'Bearer secret'}}");
    event.put("resource", resource).put("body", body.replace('\'', '"'));
    event
        .putObject("requestContext")
        .putObject("authorizer")
        .putObject("claims")
        .put("email", "carol@example.com")
        .put("cognito:groups", group);
    return event;
  }

  private JsonNode answer(ObjectNode event) {
    var context = mock(Context.class);
    when(context.getRemainingTimeInMillis()).thenReturn(300_000);
    var output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)),
          output,
          context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bench.parsed(output.toString(StandardCharsets.UTF_8));
  }

  private ObjectNode start() {
    return post("{'planId':'" + plan + "'," + FIELDS + "}");
  }

  private JsonNode refused(ObjectNode event, int statusCode) {
    var before = bench.workflows().starts();
    var answer = answer(event);
    assertThat(answer.path("statusCode").asInt()).as("%s", answer).isEqualTo(statusCode);
    assertThat(body(answer).path("message").asText()).isNotBlank();
    assertThat(answer.path("headers").path("Access-Control-Allow-Origin").asText()).isEqualTo("*");
    assertThat(bench.workflows().starts()).isEqualTo(before);
    return body(answer);
  }

  @Test
  void a_start_is_accepted_with_four_fields_and_warnings() {
    var answer = answer(start());

    assertThat(answer.path("statusCode").asInt()).isEqualTo(202);
    var id = bench.workflows().starts().head().executionId();
    assertThat(body(answer))
        .isEqualTo(
            json(
                ("{'executionId':'%s','status':'PENDING','message':'Execution started - check status"
                        + " with GET /executions/{id}','statusUrl':'/executions/%s','warnings':[]}")
                    .formatted(id, id)));
  }

  @Test
  void who_starts_comes_from_the_claims_and_why_from_the_body() {
    answer(
        post("{'planId':'" + plan + "'," + FIELDS + ",'reason':'fire','requestedBy':'mallory'}"));

    var id = bench.workflows().starts().head().executionId();
    var document = bench.store().ports().documents().document(id).get();
    assertThat(document.get("initiatedBy")).isEqualTo("operator@example.com");
    assertThat(String.valueOf(document.get("startRequest")))
        .contains("requestedBy=carol@example.com", "reason=fire")
        .doesNotContain("mallory");
  }

  @Test
  void what_the_frontend_sends_besides_is_ignored() {
    var event = post("{'planId':'" + plan + "'," + FIELDS + ",'dryRun':false,'topicArn':''}");

    assertThat(answer(event).path("statusCode").asInt()).isEqualTo(202);
  }

  @Test
  void a_plan_can_be_started_by_its_own_resource() {
    var event = post("/recovery-plans/{id}/execute", "{" + FIELDS + "}", "DRSOperator");
    event.putObject("pathParameters").put("id", plan.value());

    assertThat(answer(event).path("statusCode").asInt()).isEqualTo(202);
    assertThat(
            refused(post("/recovery-plans/{id}/execute", "{" + FIELDS + "}", "DRSOperator"), 400)
                .path("error")
                .asText())
        .isEqualTo("Missing plan ID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DRSReadOnly", "DRSAuditor", "", "drsoperator"})
  void whoever_is_in_no_group_that_starts_is_refused(String group) {
    var event = post("/executions", "{'planId':'" + plan + "'," + FIELDS + "}", group);

    assertThat(refused(event, 403).path("error").asText()).isEqualTo("AUTHORIZATION_FAILED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | planId",
        "{\"planId\":\"p\"} | executionType",
        "{\"planId\":\"p\",\"executionType\":\"x\"} | initiatedBy",
        "{\"planId\":\"p\",\"executionType\":\" \",\"initiatedBy\":\"a\"} | executionType"
      })
  void a_missing_field_is_named(String body, String field) {
    var refusal = refused(post(body), 400);

    assertThat(refusal.path("error").asText()).isEqualTo("MISSING_FIELD");
    assertThat(refusal.path("field").asText()).isEqualTo(field);
    assertThat(refusal.has("allowedValues")).isEqualTo(field.equals("executionType"));
  }

  @Test
  void another_type_is_refused_with_those_that_there_are() {
    assertThat(refused(post("{'planId':'p','executionType':'TEST','initiatedBy':'a'}"), 400))
        .isEqualTo(
            json(
                "{'error':'INVALID_EXECUTION_TYPE','message':'executionType is TEST, allowed is"
                    + " DRILL or RECOVERY','field':'executionType','providedValue':'TEST',"
                    + "'allowedValues':['DRILL','RECOVERY']}"));
  }

  @Test
  void an_unknown_plan_and_one_without_waves_are_named() {
    assertThat(refused(post("{'planId':'nowhere'," + FIELDS + "}"), 404))
        .isEqualTo(
            json(
                "{'error':'RECOVERY_PLAN_NOT_FOUND','message':'Recovery plan nowhere not found',"
                    + "'planId':'nowhere'}"));
    var empty = bench.save(Vector.empty());
    var refusal = refused(post("{'planId':'" + empty + "'," + FIELDS + "}"), 400);
    assertThat(refusal.path("error").asText()).isEqualTo("PLAN_HAS_NO_WAVES");
    assertThat(refusal.path("planId").asText()).isEqualTo(empty.value());
    assertThat(refusal.path("planName").asText()).isEqualTo("Plan");
  }

  @Test
  void the_loser_is_told_who_holds_which_servers() {
    answer(start());
    var id = bench.workflows().starts().head().executionId();
    bench.startWave(id, 0);

    var refusal = refused(start(), 409);

    assertThat(refusal.path("error").asText()).isEqualTo("SERVER_CONFLICT");
    assertThat(refusal.path("conflicts").get(0))
        .isEqualTo(
            json(
                ("{'serverId':'s-0-0','waveName':'Wave 1','conflictingExecutionId':'%s',"
                        + "'conflictingPlanId':'%s','conflictingWaveName':'Wave 1',"
                        + "'conflictingStatus':'POLLING','conflictSource':'execution'}")
                    .formatted(id, plan)));
    assertThat(refusal.path("conflicts").get(4))
        .isEqualTo(
            json(
                "{'serverId':'s-0-0','waveName':'Wave 1','conflictingJobId':'drsjob-1',"
                    + "'conflictingJobStatus':'STARTED','conflictingLaunchStatus':'PENDING',"
                    + "'conflictSource':'drs_job'}"));
    assertThat(refusal.path("conflictingExecutions").toString())
        .isEqualTo(
            json(("{'x':[{'executionId':'%s','planId':'%s',"
                        + "'servers':['s-0-0','s-0-1','s-1-0','s-1-1']}]}")
                    .formatted(id, plan))
                .path("x")
                .toString());
    assertThat(refusal.path("conflictingDrsJobs").toString())
        .isEqualTo(
            json("{'x':[{'jobId':'drsjob-1','jobStatus':'STARTED','servers':['s-0-0','s-0-1']}]}")
                .path("x")
                .toString());
    assertThat(refusal.path("message").asText()).contains(id.value());
  }

  @Test
  void a_plan_that_runs_with_other_servers_names_its_executions() {
    answer(start());
    var id = bench.workflows().starts().head().executionId();
    var waves = Vector.of(SampleWaves.plan(0));
    bench.store().put(moved(waves));

    var refusal = refused(start(), 409);

    assertThat(refusal.path("error").asText()).isEqualTo("PLAN_ALREADY_EXECUTING");
    assertThat(refusal.path("activeExecutions").toString()).isEqualTo("[\"" + id + "\"]");
    assertThat(refusal.path("planId").asText()).isEqualTo(plan.value());
  }

  private RecoveryPlan moved(Vector<WavePlan> waves) {
    return new RecoveryPlan(
        plan,
        "Plan",
        waves.map(
            wave ->
                new WavePlan(
                    wave.number(),
                    wave.name(),
                    wave.protectionGroupId(),
                    Vector.of(new SourceServerId("s-elsewhere")),
                    false)));
  }

  @Test
  void a_plan_that_is_being_started_names_who_starts_it() {
    bench.store().ports().locks().acquire(plan, new ExecutionId("theirs"), bench.clock().instant());

    var refusal = refused(start(), 409);

    assertThat(refusal.path("error").asText()).isEqualTo("PLAN_EXECUTION_CONFLICT");
    assertThat(refusal.path("planId").asText()).isEqualTo(plan.value());
    assertThat(refusal.path("executionId").asText()).isEqualTo("theirs");
  }

  @Test
  void a_wave_that_is_too_large_is_named_with_its_numbers() {
    var large = bench.save(Vector.of(SampleWaves.plan(0), SampleWaves.plan(1, 101)));

    var refusal = refused(post("{'planId':'" + large + "'," + FIELDS + "}"), 400);

    assertThat(refusal.path("error").asText()).isEqualTo("WAVE_SIZE_LIMIT_EXCEEDED");
    assertThat(refusal.path("limit").asInt()).isEqualTo(100);
    assertThat(refusal.path("errors").get(0))
        .isEqualTo(
            json(
                "{'type':'WAVE_SIZE_EXCEEDED','wave':'Wave 2','waveIndex':2,'serverCount':101,"
                    + "'limit':100,'message':'Wave 2 (Wave 2) has 101 servers, the limit is 100'}"));
  }

  private void job(String id, int servers) {
    var ids = Vector.range(0, servers).map(i -> new SourceServerId(id + "-server-" + i));
    bench
        .admission()
        .add(
            SampleWaves.REGION,
            new ActiveJob(
                new JobId(id), "STARTED", "LAUNCH", ids.toLinkedMap(s -> s, s -> "PENDING")));
  }

  @Test
  void full_quotas_are_told_with_their_numbers() {
    job("drsjob-0", 499);
    assertThat(refused(start(), 429))
        .isEqualTo(
            json(
                "{'error':'SERVERS_IN_JOBS_LIMIT_EXCEEDED','message':'499 servers are in DRS jobs in"
                    + " eu-west-1; with the 2 of the largest wave it would be 501, the limit is"
                    + " 500','accountId':'111122223333','region':'eu-west-1',"
                    + "'currentServersInJobs':499,'newServerCount':2,'totalAfterNew':501,"
                    + "'maxServers':500}"));
    for (int i = 1; i < 20; i++) {
      job("drsjob-" + i, 1);
    }

    var refusal = refused(start(), 429);

    assertThat(refusal.path("error").asText()).isEqualTo("CONCURRENT_JOBS_LIMIT_EXCEEDED");
    assertThat(refusal.path("currentJobs").asInt()).isEqualTo(20);
    assertThat(refusal.path("maxJobs").asInt()).isEqualTo(20);
    assertThat(refusal.path("activeJobs").get(19))
        .isEqualTo(
            json("{'jobId':'drsjob-19','status':'STARTED','type':'LAUNCH','serverCount':1}"));
  }

  @Test
  void servers_that_do_not_replicate_are_named_with_the_reason() {
    bench.admission().replicate(SampleServers.serverId(1, 1), "STALLED");

    var refusal = refused(start(), 400);

    assertThat(refusal.path("error").asText()).isEqualTo("UNHEALTHY_SERVER_REPLICATION");
    assertThat(refusal.path("healthyCount").asInt()).isEqualTo(3);
    assertThat(refusal.path("unhealthyCount").asInt()).isEqualTo(1);
    assertThat(refusal.path("unhealthyServers").get(0))
        .isEqualTo(
            json(
                "{'serverId':'s-1-1','hostname':'host-of-s-1-1','replicationState':'STALLED',"
                    + "'lifecycleState':'UNKNOWN','reason':'Replication is STALLED, it lags by"
                    + " PT5M'}"));
  }

  @Test
  void a_drs_that_cannot_be_asked_starts_nothing() {
    bench.admission().fail("activeJobs");

    var refusal = refused(start(), 503);

    assertThat(refusal.path("error").asText()).isEqualTo("START_CHECKS_UNAVAILABLE");
    assertThat(refusal.path("message").asText()).startsWith("Nothing has been started");
  }

  @Test
  void an_account_that_contradicts_the_plan_is_refused() {
    var event =
        post(
            "{'planId':'"
                + plan
                + "',"
                + FIELDS
                + ",'AccountContext':{'accountId':'444455556666','isCurrentAccount':true}}");

    assertThat(refused(event, 400).path("error").asText()).isEqualTo("ACCOUNT_CONTEXT_MISMATCH");
    bench
        .store()
        .put(
            new ProtectionGroup(
                "pg-0", SampleWaves.REGION, Option.some("444455556666"), HashMap.empty()));
    assertThat(refused(start(), 400).path("error").asText())
        .isEqualTo("MULTI_ACCOUNT_PLAN_NOT_SUPPORTED");
  }

  @Test
  void a_workflow_that_never_can_start_is_a_failure_with_the_id() {
    bench.workflows().refuse();

    var answer = answer(start());

    assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
    assertThat(body(answer).path("error").asText()).startsWith("Failed to start execution worker:");
    assertThat(body(answer).path("message").asText()).isNotBlank();
    assertThat(body(answer).path("executionId").asText()).startsWith("id-");
  }

  @Test
  void a_workflow_that_starts_later_is_a_warning() {
    bench.workflows().fail();

    var answer = answer(start());

    assertThat(answer.path("statusCode").asInt()).isEqualTo(202);
    assertThat(body(answer).path("warnings").get(0).asText()).contains("Step Functions");
  }

  @Test
  void a_recovery_warns_of_live_instances() {
    bench.admission().recovered(SampleServers.serverId(0, 0), "i-left");

    var answer =
        answer(post("{'planId':'" + plan + "','executionType':'RECOVERY','initiatedBy':'alice'}"));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(202);
    assertThat(body(answer).path("warnings").get(0).asText()).contains("s-0-0", "i-left");
  }

  /** Direct callers are refused alike. */
  @Test
  void a_direct_start_is_refused_with_the_same_status_and_body() {
    var direct = json("{'operation':'create','planId':'" + plan + "'," + FIELDS + "}");
    bench
        .admission()
        .add(
            SampleWaves.REGION,
            new ActiveJob(
                new JobId("drsjob-human"),
                "STARTED",
                "LAUNCH",
                LinkedHashMap.of(SampleServers.serverId(0, 0), "IN_PROGRESS")));

    var answer = answer(direct);

    assertThat(answer.path("statusCode").asInt()).isEqualTo(409);
    assertThat(body(answer)).isEqualTo(refused(start(), 409));
    bench.admission().endJob("drsjob-human");
    assertThat(answer(direct).path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer(json("{'operation':'create'}"))).isEqualTo(answer(post("{}")));
  }
}
