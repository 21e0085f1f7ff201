package io.drsorchestrator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is stored of servers: DRS and EC2, in one spelling, and never poorer (US-3A, FR-3). */
@Cases
final class EnrichmentCases {

  @Case({"AC-3A.3", "FR-3.3"})
  void a_launched_server_has_what_drs_knows(Stage stage) {
    var server = launched(stage);
    assertThat(server.path("sourceServerId").asText()).startsWith("s-");
    assertThat(server.path("serverName").asText()).isNotBlank();
    assertThat(server.path("launchStatus").asText()).isEqualTo("LAUNCHED");
    assertThat(server.path("launchTime").asLong()).isPositive();
  }

  @Case({"AC-3A.4", "FR-3.4", "D33"})
  void a_launched_server_has_what_ec2_knows(Stage stage) {
    var server = launched(stage);
    for (var field : List.of("instanceId", "privateIp", "hostname", "instanceType")) {
      assertThat(server.path(field).asText()).as(field).isNotBlank();
    }
    assertThat(server.path("recoveryInstanceId")).isEqualTo(server.path("instanceId"));
  }

  @Case({"FR-3.5", "FR-2.8"})
  void fields_of_servers_are_camel_case(Stage stage) {
    var names = new ArrayList<String>();
    launched(stage).fieldNames().forEachRemaining(names::add);
    assertThat(names).isNotEmpty().allMatch(name -> name.matches("[a-z][A-Za-z]*"));
    assertThat(names).as("stored ids end in Id").noneMatch(name -> name.endsWith("ID"));
  }

  @Case({"FR-2.9", "AC-3A.5"})
  void a_started_wave_has_all_fields_of_its_servers_from_the_start(Stage stage) {
    var run = stage.run(stage.waves(1));
    run.launch(0);
    assertThat(Stream.of("sourceServerId", "serverName", "launchStatus", "launchTime"))
        .allMatch(run.server(0)::has);
    assertThat(Stream.of("instanceId", "privateIp", "hostname", "instanceType"))
        .allMatch(run.server(0)::has);
  }

  @Case("D32")
  void a_known_launch_time_and_name_never_change(Stage stage) {
    var run = stage.run(stage.waves(1));
    run.launch(0);
    run.put(item -> known(item));
    run.finish(0);
    assertThat(run.server(0).path("launchTime").asLong()).isEqualTo(1_700_000_000);
    assertThat(run.server(0).path("serverName").asText()).isNotBlank();
  }

  private static ObjectNode known(ObjectNode item) {
    ((ObjectNode) item.path("waves").path(0).path("serverStatuses").path(0))
        .put("launchTime", 1_700_000_000)
        .put("launchStatus", "LAUNCHED");
    return item;
  }

  @Case("AC-3A.7")
  void a_wave_has_what_drs_knows_of_its_job(Stage stage) {
    var run = stage.run(stage.waves(1));
    run.recover(0);
    var job = run.wave(0).path("DRSJobDetails");
    assertThat(job.path("jobId")).isEqualTo(run.wave(0).path("jobId"));
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("participatingServers").asInt()).isEqualTo(1);
    assertThat(job.path("endTime").asLong()).isGreaterThanOrEqualTo(job.path("startTime").asLong());
  }

  private static JsonNode launched(Stage stage) {
    var run = stage.run(stage.waves(1));
    run.recover(0);
    return run.server(0);
  }
}
