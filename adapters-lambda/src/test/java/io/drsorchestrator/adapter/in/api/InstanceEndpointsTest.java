package io.drsorchestrator.adapter.in.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.application.memory.ScriptedInstances;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.RecoveryInstances.LogEvent;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recovery instances over API Gateway's proxy events (contract 3.9 to 3.12, 3.14). */
final class InstanceEndpointsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String UNKNOWN_JOB = "drsjob-99999999999999999";

  private final Workbench bench = new Workbench();
  private final ScriptedInstances drs = bench.instances();
  private final ExecutionHandler handler =
      new ExecutionHandler(bench.useCases(), Authorization.BY_GROUPS, bench.clock());

  private record Reply(int status, JsonNode body) {

    String text(String field) {
      return body.path(field).asText();
    }
  }

  private static JsonNode json(String withSingleQuotes) {
    try {
      return MAPPER.readTree(withSingleQuotes.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode event(String method, String resource, String id) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("httpMethod", method).put("resource", resource);
    event.putObject("pathParameters").put("id", id);
    event
        .putObject("requestContext")
        .putObject("authorizer")
        .putObject("claims")
        .put("email", "operator@example.com")
        .put("cognito:groups", "DRSRecoveryManager");
    return event;
  }

  private static ObjectNode get(String what, ExecutionId id) {
    return event("GET", "/executions/{id}/" + what, id.value());
  }

  private Reply ask(ObjectNode event) {
    var output = new ByteArrayOutputStream();
    var context = mock(Context.class);
    when(context.getRemainingTimeInMillis()).thenReturn(300_000);
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)),
          output,
          context);
      var answer = MAPPER.readTree(output.toByteArray());
      assertThat(answer.path("headers").path("Access-Control-Allow-Origin").asText())
          .isEqualTo("*");
      return new Reply(
          answer.path("statusCode").asInt(), MAPPER.readTree(answer.path("body").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply terminate(ExecutionId id) {
    return ask(event("POST", "/executions/{id}/terminate-instances", id.value()));
  }

  private Reply status(ExecutionId id, String... parameters) {
    var event = get("termination-status", id);
    for (int i = 0; i < parameters.length; i += 2) {
      event.withObject("queryStringParameters").put(parameters[i], parameters[i + 1]);
    }
    return ask(event);
  }

  private ExecutionId completed(int... servers) {
    var id =
        bench.started(Vector.ofAll(servers).zipWithIndex((n, wave) -> SampleWaves.plan(wave, n)));
    bench.run(id, bench.completeWave(id, 0));
    return id;
  }

  private JobId job(ExecutionId id, int wave) {
    return bench.jobs(id, wave).last().id();
  }

  @Test
  void lists_the_recovery_instances() {
    var id = completed(1);

    var reply = ask(get("recovery-instances", id));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .isEqualTo(
            json(
                """
                {'executionId':'%s','instances':[{'instanceId':'i-of-s-0-0',
                  'recoveryInstanceId':'i-of-s-0-0','sourceServerId':'s-0-0','region':'eu-west-1',
                  'waveName':'Wave 1','waveNumber':0,'jobId':'%s','status':'LAUNCHED',
                  'serverName':'name-of-s-0-0','ec2InstanceState':'RUNNING'}],
                 'totalInstances':1,'message':'Found 1 recovery instances'}"""
                    .formatted(id, job(id, 0))));
  }

  @Test
  void lists_nothing_before_anything_was_launched() {
    var reply = ask(get("recovery-instances", bench.started(1)));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("instances").size()).isZero();
    assertThat(reply.text("message")).isEqualTo("No recovery instances found");
  }

  @Test
  void terminates_in_the_contracts_shape() {
    var id = completed(1);

    var reply = terminate(id);

    var job = drs.terminations().single();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .isEqualTo(
            json(
                """
                {'executionId':'%s',
                 'message':'Initiated termination of 1 recovery instances via DRS',
                 'terminated':[{'recoveryInstanceId':'i-of-s-0-0','instanceId':'i-of-s-0-0',
                   'region':'eu-west-1','jobId':'%s'}],
                 'failed':[],
                 'jobs':[{'jobId':'%s','region':'eu-west-1','type':'TERMINATE','status':'STARTED'}],
                 'totalFound':1,'totalTerminated':1,'totalFailed':0}"""
                    .formatted(id, job, job)));
    assertThat(bench.store().ports().documents().document(id).get().toString())
        .contains("requestedBy=operator@example.com");
  }

  @Test
  void a_second_termination_is_called_that() {
    var id = completed(1);
    terminate(id);

    var reply = terminate(id);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text("message"))
        .isEqualTo("Recovery instances already terminated or being processed");
    assertThat(reply.body().path("alreadyTerminated").asBoolean()).isTrue();
    assertThat(reply.body().path("failed").get(0))
        .isEqualTo(
            json(
                """
                {'recoveryInstanceId':'i-of-s-0-0','instanceId':'i-of-s-0-0',
                 'sourceServerId':'s-0-0','region':'eu-west-1',
                 'error':'Already terminated or being processed','errorType':'CONFLICT'}"""));
    assertThat(reply.body().path("totalFound").asInt()).isEqualTo(1);
    assertThat(reply.body().path("jobs").size()).as("to be watched").isEqualTo(1);
  }

  @Test
  void no_instance_is_no_failure() {
    var id = completed(1);
    drs.vanish("i-of-s-0-0");

    var reply = terminate(id);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("noInstancesFound").asBoolean()).isTrue();
    assertThat(reply.text("reason")).isNotBlank();
    assertThat(reply.text("message")).isEqualTo("No recovery instances found");
    assertThat(reply.body().path("totalFound").asInt(-1)).isZero();
    assertThat(reply.body().path("terminated").isArray()).isTrue();
  }

  @Test
  void a_running_execution_keeps_its_instances() {
    var id = bench.started(2);
    bench.completeWave(id, 0);

    var reply = terminate(id);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("error")).isEqualTo("INSTANCES_NOT_TERMINABLE");
    assertThat(reply.text("reason")).isEqualTo("Execution not in terminal state");
    assertThat(reply.text("currentStatus")).isEqualTo("POLLING");
    assertThat(reply.text("message")).contains("POLLING", "Execution not in terminal state");
    assertThat(drs.terminateCalls()).isEmpty();
  }

  @Test
  void servers_that_are_being_launched_are_named() {
    var id = bench.started(1);
    bench.startWave(id, 0);
    bench.clock().pass(Duration.ofHours(25));
    bench.poll(id);
    bench.useCases().update().update(id);

    var reply = terminate(id);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text("message")).isEqualTo("None of 2 recovery instances could be terminated");
    assertThat(reply.body().has("alreadyTerminated")).isFalse();
    assertThat(reply.body().path("failed").get(0).path("errorType").asText())
        .isEqualTo("LAUNCHING");
    assertThat(reply.body().path("failed").get(0).path("error").asText())
        .contains(job(id, 0).value(), "s-0-0");
    assertThat(ask(get("recovery-instances", id)).body().path("launchingServers").size())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DRSOperator", "DRSPlanManager", "DRSReadOnly", ""})
  void only_some_may_terminate(String group) {
    var id = completed(1);
    var event = event("POST", "/executions/{id}/terminate-instances", id.value());
    event.withObject("/requestContext/authorizer/claims").put("cognito:groups", group);

    var reply = ask(event);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.text("message")).contains("operator@example.com", "DRSRecoveryManager");
    assertThat(drs.terminateCalls()).isEmpty();
  }

  @Test
  void silence_of_drs_is_no_success() {
    var id = completed(1);
    drs.fail("terminate", "activeJobs");
    assertThat(terminate(id).status()).isEqualTo(503);
    drs.fail("of");
    assertThat(terminate(id).text("error")).isEqualTo("TRY_AGAIN");
    assertThat(ask(get("recovery-instances", id)).status()).isEqualTo(503);
  }

  @Test
  void watches_a_termination_to_its_end() {
    var id = completed(2);
    var job = job(terminate(id));

    assertThat(status(id, "jobIds", job, "region", "eu-west-1").body())
        .isEqualTo(
            json(
                """
                {'executionId':'%s','jobs':[{'jobId':'%s','status':'STARTED','type':'TERMINATE',
                  'totalServers':2,'completedServers':0,'failedServers':0}],
                 'totalServers':2,'completedServers':0,'progressPercent':0,
                 'allCompleted':false,'anyFailed':false}"""
                    .formatted(id, job)));

    drs.finish(new JobId(job));

    assertThat(status(id, "jobIds", job).body())
        .isEqualTo(
            json(
                """
                {'executionId':'%s','jobs':[{'jobId':'%s','status':'COMPLETED','type':'TERMINATE',
                  'totalServers':0,'completedServers':0,'failedServers':0,'jobCompleted':true}],
                 'totalServers':0,'completedServers':0,'progressPercent':100,
                 'allCompleted':true,'anyFailed':false}"""
                    .formatted(id, job)));
    assertThat(terminate(id).text("reason")).isEqualTo("Instances already terminated");
  }

  private static String job(Reply terminated) {
    return terminated.body().path("jobs").get(0).path("jobId").asText();
  }

  @Test
  void a_job_that_drs_does_not_know_is_not_done() {
    var reply = status(completed(1), "jobIds", UNKNOWN_JOB, "region", "eu-west-1");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("jobs").get(0).path("status").asText()).isEqualTo("NOT_FOUND");
    assertThat(reply.body().path("allCompleted").asBoolean(true)).isFalse();
    assertThat(reply.body().path("progressPercent").asInt(-1)).isZero();
  }

  @Test
  void progress_needs_no_execution() {
    var reply =
        status(new ExecutionId("unknown"), "jobIds", UNKNOWN_JOB, "region", "us-gov-west-1");

    assertThat(reply.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|jobIds parameter required",
        "' '|jobIds parameter required",
        "', ,'|No valid job IDs provided",
        "job-1|No valid DRS job IDs provided. Expected format: drsjob-xxxxxxxxxxxxxxxx",
        "drsjob-1|No valid DRS job IDs provided. Expected format: drsjob-xxxxxxxxxxxxxxxx",
        "'drsjob-1234567890123456\"'|No valid DRS job IDs provided. Expected format: drsjob-xxxxxxxxxxxxxxxx"
      })
  void refuses_what_are_no_job_ids(String jobIds, String code) {
    var reply = status(completed(1), "jobIds", jobIds, "region", "eu-west-1");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("error")).isEqualTo(code);
    assertThat(reply.text("message")).isEqualTo(code);
  }

  @Test
  void refuses_a_status_without_any_parameter() {
    assertThat(status(completed(1)).text("error")).isEqualTo("jobIds parameter required");
  }

  @Test
  void drops_what_is_no_job_id() {
    var reply =
        status(completed(1), "jobIds", "x," + UNKNOWN_JOB + ",drsjob-1", "region", "eu-west-1");

    assertThat(reply.body().path("jobs").size()).isEqualTo(1);
  }

  @Test
  void refuses_more_jobs_than_it_will_ask_for() {
    var ids = Vector.range(0, 101).map("drsjob-%017d"::formatted).mkString(",");

    var reply = status(completed(1), "jobIds", ids, "region", "eu-west-1");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("message")).isEqualTo("jobIds has 101 ids, at most 100 are allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"us-east", "US-EAST-1", "evil.example.com/", "us-east-1.evil", "us-east-1\n", "u"})
  void refuses_what_is_no_region(String region) {
    var reply = status(completed(1), "jobIds", UNKNOWN_JOB, "region", region);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("error")).isEqualTo("INVALID_PARAMETER");
    assertThat(reply.text("message")).startsWith("region is \"");
  }

  @Test
  void guesses_no_region() {
    var reply = status(completed(1), "jobIds", UNKNOWN_JOB);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("message")).startsWith("region is missing").contains(UNKNOWN_JOB);
  }

  @Test
  void shows_the_log_of_a_job() {
    var id = completed(1);
    drs.log(
        job(id, 0),
        new LogEvent(
            "LAUNCH_FAILED",
            Option.some("2026-01-26T12:00:00Z"),
            Option.none(),
            HashMap.of(
                "sourceServerID", "s-0-0", "rawError", "no room", "conversionServerID", "i-9")));

    assertThat(ask(get("job-logs", id)).body())
        .isEqualTo(
            json(
                """
                {'executionId':'%s','jobLogs':[{'waveNumber':0,'jobId':'%s','events':[
                  {'event':'LAUNCH_FAILED','eventData':{'sourceServerID':'s-0-0',
                    'rawError':'no room','conversionServerID':'i-9'},
                   'logDateTime':'2026-01-26T12:00:00Z','sourceServerId':'s-0-0',
                   'error':'no room','conversionServerId':'i-9'}]}]}"""
                    .formatted(id, job(id, 0))));
  }

  @Test
  void says_why_a_wave_has_no_log() {
    var id = completed(1);
    drs.fail("log");

    var reply = ask(get("job-logs", id));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("jobLogs").get(0))
        .isEqualTo(
            json(
                "{'waveNumber':0,'jobId':'%s','events':[],'error':'log is throttled'}"
                    .formatted(job(id, 0))));
  }

  @Test
  void shows_no_log_of_a_job_that_is_not_the_executions() {
    var event = get("job-logs", completed(1));
    event.putObject("queryStringParameters").put("jobId", UNKNOWN_JOB);
    assertThat(ask(event).body().path("jobLogs").size()).isZero();

    event.putObject("queryStringParameters").put("jobId", "drsjob-'; DROP");
    assertThat(ask(event).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"GET, recovery-instances", "POST, terminate-instances", "GET, job-logs"})
  void an_unknown_execution_is_not_found(String method, String what) {
    var reply = ask(event(method, "/executions/{id}/" + what, "unknown"));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.text("error")).isEqualTo("EXECUTION_NOT_FOUND");
    assertThat(reply.text("executionId")).isEqualTo("unknown");
  }

  private Reply check(String plan) {
    return ask(event("GET", "/recovery-plans/{id}/check-existing-instances", plan));
  }

  @Test
  void warns_of_no_instances() {
    var plan = bench.save(Vector.of(SampleWaves.plan(0)));

    assertThat(check(plan.value()).body())
        .isEqualTo(
            json(
                "{'hasExistingInstances':false,'existingInstances':[],'instanceCount':0,'planId':'%s'}"
                    .formatted(plan)));
  }

  @Test
  void a_plan_without_servers_has_no_count() {
    var plan = bench.save(Vector.of(SampleWaves.plan(0, 0)));

    assertThat(check(plan.value()).body())
        .isEqualTo(
            json(
                "{'hasExistingInstances':false,'existingInstances':[],'planId':'%s'}"
                    .formatted(plan)));
  }

  @Test
  void a_check_that_is_not_possible_is_no_all_clear() {
    assertThat(check("unknown"))
        .isEqualTo(
            new Reply(
                404,
                json(
                    """
                    {'error':'RECOVERY_PLAN_NOT_FOUND',
                     'message':'Recovery plan with ID unknown not found','planId':'unknown'}""")));
    var plan = bench.save(Vector.of(SampleWaves.plan(0)));
    drs.fail("of");
    assertThat(check(plan.value()))
        .isEqualTo(
            new Reply(
                500,
                json(
                    "{'error':'CHECK_FAILED','message':'of is throttled','planId':'%s'}"
                        .formatted(plan))));
  }
}
