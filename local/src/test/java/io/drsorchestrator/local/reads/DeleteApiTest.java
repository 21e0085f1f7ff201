package io.drsorchestrator.local.reads;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.memory.ScriptedDrs;
import io.drsorchestrator.application.memory.SettableClock;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.LaunchConfigurations;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryJobs.Launch;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.local.aws.dynamodb.DynamoDbTestedStore;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deleting over HTTP (contract 3.13, D37). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeleteApiTest {

  private static final PlanId PLAN = new PlanId("plan");

  private final ScriptedDrs drs = new ScriptedDrs(new SettableClock(NOON));
  private final Api api =
      new Api(
          new Aws(
              drs,
              drs,
              Api.untouched(LaunchAdmission.class),
              Api.untouched(LaunchConfigurations.class),
              Api.untouched(RecoveryInstances.class),
              Api.untouched(Workflows.class)));

  @AfterAll
  void stop() {
    api.close();
  }

  @BeforeEach
  void clear() {
    api.clear();
    api.signIn("DRSOperator");
    drs.recover();
    drs.jobs().forEach(job -> drs.forget(job.id()));
  }

  private void put(String id, String status, Object... waves) {
    api.store()
        .put(
            new ExecutionKey(new ExecutionId(id), PLAN),
            Map.of(
                "executionId",
                id,
                "planId",
                PLAN.value(),
                "status",
                status,
                "waves",
                List.of(waves)));
  }

  /** A wave that failed by its deadline; its job goes on. */
  private Map<String, String> overdueWave() {
    var scope = new DrsScope(Api.HUB, "us-east-1");
    var key = new ExecutionKey(new ExecutionId("x"), PLAN);
    var servers = Vector.of(new SourceServerId("s-1"));
    var started =
        (LaunchResult.Started)
            drs.start(scope, new Launch(key, WaveNumber.FIRST, ExecutionType.DRILL, servers));
    return Map.of("status", "FAILED", "jobId", started.job().value(), "region", "us-east-1");
  }

  private boolean exists(String id) {
    return api.store().ports().documents().document(new ExecutionId(id)).isDefined();
  }

  private ObjectNode posted(String body) {
    return api.event("POST", "/executions/delete").put("body", body.replace('\'', '"'));
  }

  private static JsonNode json(String withSingleQuotes) {
    return Api.parsed(withSingleQuotes.replace('\'', '"'));
  }

  private JsonNode ok(ObjectNode event) {
    var answer = api.call(event);
    assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(200);
    return Api.body(answer);
  }

  private void refused(ObjectNode event, int status, String code) {
    var answer = api.call(event);
    assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
    assertThat(Api.body(answer).path("error").asText()).isEqualTo(code);
    assertThat(Api.body(answer).path("message").asText()).isNotBlank();
  }

  @Test
  void deletes_the_ids_of_a_query() {
    put("done", "COMPLETED");
    put("failed", "FAILED");
    put("busy", "POLLING");
    put("live", "CANCELLED", overdueWave());

    var answer =
        ok(api.event("DELETE", "/executions", Map.of("ids", "done, failed,busy,gone,done,live,")));

    assertThat(answer)
        .isEqualTo(
            json(
                """
                {'message':'Processed 5 execution deletion requests','deletedCount':2,
                 'totalRequested':5,'notFound':1,'activeSkipped':2,'failed':0,
                 'notFoundIds':['gone'],
                 'activeExecutionsSkipped':[
                   {'executionId':'busy','status':'POLLING','reason':'Execution is still active'},
                   {'executionId':'live','status':'CANCELLED','reason':'Has active DRS jobs'}]}"""));
    assertThat(exists("done")).isFalse();
    assertThat(exists("failed")).isFalse();
    assertThat(exists("busy")).isTrue();
    assertThat(exists("live")).isTrue();
  }

  @Test
  void deletes_the_ids_of_a_body() {
    put("done", "COMPLETED");
    put("other", "COMPLETED");

    assertThat(ok(posted("{'executionIds':['done','done']}")))
        .isEqualTo(
            json(
                """
                {'message':'Processed 1 execution deletion requests','deletedCount':1,
                 'totalRequested':1,'notFound':0,'activeSkipped':0,'failed':0}"""));
    assertThat(exists("done")).isFalse();
    assertThat(exists("other")).isTrue();
  }

  @Test
  void without_ids_all_that_is_finished_is_deleted() {
    put("done", "COMPLETED");
    put("late", "TIMEOUT");
    put("busy", "PAUSED");
    put("odd", "MELTED");
    put("live", "FAILED", overdueWave());
    var lock = api.store().ports().locks().acquire(PLAN, new ExecutionId("other"), NOON);

    assertThat(ok(api.event("DELETE", "/executions")))
        .isEqualTo(
            json(
                """
                {'message':'Completed executions cleared successfully','deletedCount':2,
                 'totalScanned':5,'completedFound':3,'safeToDelete':2,'skippedWithActiveJobs':1,
                 'activePreserved':2,'skippedExecutionIds':['live']}"""));
    assertThat(exists("busy") && exists("odd") && exists("live")).isTrue();
    assertThat(api.store().ports().locks().acquire(PLAN, new ExecutionId("another"), NOON))
        .as("the lock is still held")
        .isEmpty();
    assertThat(lock.isRight()).isTrue();
  }

  @Test
  void a_lock_is_never_deleted_by_its_id() {
    var lock = api.store().ports().locks().acquire(PLAN, new ExecutionId("holder"), NOON).get();
    api.store().ports().locks().release(lock);

    var answer = ok(api.event("DELETE", "/executions", Map.of("ids", "execution-lock-plan")));

    assertThat(answer.path("notFound").asInt()).isEqualTo(1);
    assertThat(
            api.store()
                .client()
                .scan(scan -> scan.tableName(DynamoDbTestedStore.TABLES.executionHistory()))
                .items())
        .hasSize(1);
  }

  /** A selection that came out empty, or has a slip in its name, must not mean "all". */
  @Test
  void nothing_that_looks_like_a_selection_means_all() {
    put("done", "COMPLETED");

    refused(api.event("DELETE", "/executions", Map.of("ids", "")), 400, "MISSING_EXECUTION_IDS");
    refused(api.event("DELETE", "/executions", Map.of("ids", " ,,")), 400, "MISSING_EXECUTION_IDS");
    refused(api.event("DELETE", "/executions", Map.of("id", "x")), 400, "INVALID_PARAMETER");
    refused(
        api.event("DELETE", "/executions", Map.of("executionIds", "x")), 400, "INVALID_PARAMETER");
    refused(
        api.event("DELETE", "/executions").put("body", "{\"executionIds\":[]}"),
        400,
        "MISSING_EXECUTION_IDS");
    refused(
        api.event("DELETE", "/executions").put("body", "{\"ids\":[\"x\"]}"),
        400,
        "MISSING_EXECUTION_IDS");
    assertThat(exists("done")).isTrue();
    assertThat(
            ok(api.event("DELETE", "/executions").put("body", "{\"executionIds\":[\"x\"]}"))
                .path("notFound")
                .asInt())
        .isEqualTo(1);
    assertThat(exists("done")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'executionIds':'done'}",
        "{'executionIds':{'a':1}}",
        "{'executionIds':[1]}",
        "{'executionIds':[null]}",
        "{'executionIds':[['done']]}",
        "{'executionIds':['a/b']}",
        "{'executionIds':['done OR 1=1']}",
        "{'executionIds':['done',':v0']}",
        "{'executionIds':17}"
      })
  void ids_that_are_none_are_refused_and_nothing_is_deleted(String body) {
    put("done", "COMPLETED");

    refused(posted(body), 400, "INVALID_PARAMETER");
    assertThat(exists("done")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "", "{'executionIds':[]}", "{'executionIds':null}", "{'ids':['a']}"})
  void a_post_without_ids_is_refused(String body) {
    put("done", "COMPLETED");

    refused(posted(body), 400, "MISSING_EXECUTION_IDS");
    assertThat(exists("done")).isTrue();
  }

  @Test
  void a_thousand_ids_are_allowed_and_no_more() {
    var ids = Vector.range(0, 1001).map(n -> "e-" + n);
    var thousand = ids.init().append("e-0").map(id -> "'" + id + "'").mkString(",");
    var more = ids.map(id -> "'" + id + "'").mkString(",");

    assertThat(ok(posted("{'executionIds':[" + thousand + "]}")).path("totalRequested").asInt())
        .isEqualTo(1000);
    refused(posted("{'executionIds':[" + more + "]}"), 400, "INVALID_PARAMETER");
  }

  @Test
  void a_reader_may_not_delete() {
    put("done", "COMPLETED");
    api.signIn("DRSReadOnly");

    refused(api.event("DELETE", "/executions"), 403, "AUTHORIZATION_FAILED");
    refused(posted("{'executionIds':['done']}"), 403, "AUTHORIZATION_FAILED");
    assertThat(exists("done")).isTrue();
  }

  /** The table is gone: everything fails, and that is no success with zero deletions. */
  @Test
  void where_everything_fails_the_request_has_failed() {
    try (var broken = Api.withoutAws()) {
      broken
          .store()
          .client()
          .deleteTable(table -> table.tableName(DynamoDbTestedStore.TABLES.executionHistory()));

      for (var event :
          List.of(
              api.event("DELETE", "/executions", Map.of("ids", "a,b")),
              api.event("DELETE", "/executions"))) {
        var answer = broken.call(event);
        assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
        assertThat(Api.body(answer).path("error").asText()).isEqualTo("DELETE_FAILED");
        assertThat(Api.body(answer).path("message").asText()).isNotBlank();
      }
    }
  }
}
