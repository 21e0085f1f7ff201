package io.drsorchestrator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What other programs and earlier versions left or expect (TC-3, contract 2 and 4). */
@Cases
final class CompatibilityCases {

  @Case({"TC-1.4", "TC-3.2"})
  void attributes_of_other_programs_survive_every_write(Stage stage) {
    var run = stage.run(stage.waves(1), CompatibilityCases::foreign);
    run.recover(0);
    var unused = run.workflow("finalize");
    assertThat(run.status()).isEqualTo("COMPLETED");
    assertThat(run.item().path("foreign").asText()).isEqualTo("theirs");
    assertThat(run.wave(0).path("foreign").asText()).isEqualTo("theirs");
  }

  private static ObjectNode foreign(ObjectNode item) {
    ((ObjectNode) item.path("waves").path(0)).put("foreign", "theirs");
    return item.put("foreign", "theirs");
  }

  /** The existing system appends a wave when it starts, and gives it no status of ours. */
  @Case({"TC-1.4", "FR-8.10"})
  void an_execution_of_the_old_system_goes_on_from_where_it_is(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.launch(0);
    run.put(CompatibilityCases::asStoredByTheOldSystem);
    assertThat(run.finish(0).next()).isEqualTo("RUN_WAVE");
    assertThat(run.wave(0).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(run.status()).isNotEqualTo("COMPLETED");
  }

  private static ObjectNode asStoredByTheOldSystem(ObjectNode item) {
    var started = (ObjectNode) item.path("waves").path(0).deepCopy();
    started.put("status", "STARTED").remove("revision");
    item.putArray("waves").add(started);
    item.remove("completedWaves");
    item.remove("version");
    return item;
  }

  @Case({"FR-1.3", "D48"})
  void an_unknown_operation_is_refused_with_those_that_there_are(Stage stage) {
    var reply = stage.invoke(Json.object().put("operation", "explode"));
    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(reply.body().path("error").asText()).isEqualTo("UNKNOWN_OPERATION");
    assertThat(reply.body().toString()).contains("poll", "finalize", "pause", "resume");
  }

  @Case("FR-1.4")
  void an_operation_without_its_parameters_is_refused_by_their_name(Stage stage) {
    for (var operation : new String[] {"poll", "pause", "resume"}) {
      var reply = stage.invoke(Json.object().put("operation", operation));
      assertThat(reply.statusCode()).as(operation).isEqualTo(400);
      assertThat(reply.body().path("error").asText()).isEqualTo("MISSING_PARAMETERS");
      assertThat(reply.body().path("message").asText()).contains("executionId");
    }
  }

  @Case("FR-1.4")
  void an_unknown_execution_is_not_found(Stage stage) {
    var run = stage.run(stage.waves(1));
    run.remove();
    for (var operation : new String[] {"poll", "pause", "resume", "cancel"}) {
      var reply = run.direct(operation);
      assertThat(reply.statusCode()).as(operation).isEqualTo(404);
      assertThat(reply.body().path("error").asText()).isEqualTo("EXECUTION_NOT_FOUND");
    }
  }
}
