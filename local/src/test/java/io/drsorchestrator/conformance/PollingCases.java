package io.drsorchestrator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;

/** Polling: what a wave's servers do is stored, what the execution is stays as it is (US-3). */
@Cases
final class PollingCases {

  private static final String JOB = "drsjob-0000000000000dead";

  @Case({"AC-3.2", "FR-2.3"})
  void a_poll_stores_when_it_was(Stage stage) {
    var run = stage.run(stage.waves(1));
    run.launch(0);
    var unused = run.direct("poll");
    assertThat(run.item().path("lastPolledTime").asLong())
        .isGreaterThanOrEqualTo(run.item().path("startTime").asLong());
  }

  @Case({"AC-3.1", "FR-2.2", "D4"})
  void the_end_of_a_wave_is_stored_with_its_time_and_its_servers(Stage stage) {
    var run = stage.run(stage.waves(1));
    run.recover(0);
    var wave = run.wave(0);
    assertThat(wave.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(wave.path("endTime").asLong())
        .isGreaterThanOrEqualTo(wave.path("startTime").asLong());
    assertThat(run.server(0).path("launchStatus").asText()).isEqualTo("LAUNCHED");
  }

  @Case({"D8", "FR-6.2"})
  void a_wave_whose_server_failed_is_failed_although_its_job_is_completed(Stage stage) {
    var run = stage.run(stage.waves(1).withServer(0, stage.failingServer()));
    run.recover(0);
    assertThat(run.wave(0).path("status").asText()).isEqualTo("FAILED");
    assertThat(run.server(0).path("launchStatus").asText()).isEqualTo("FAILED");
  }

  @Case({"AC-3.5", "FR-2.4"})
  void a_poll_leaves_a_paused_execution_paused(Stage stage) {
    unchanged(stage.run(stage.waves(2), item -> paused(item)));
  }

  @Case({"D47", "FR-2.4"})
  void a_poll_leaves_a_cancelling_execution_cancelling(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.launch(0);
    var unused = run.direct("cancel");
    assertThat(run.status()).isEqualTo("CANCELLING");
    run.finish(0);
    assertThat(run.status()).isEqualTo("CANCELLING");
  }

  @Case({"AC-3.5", "D14"})
  void a_poll_leaves_an_ended_execution_as_it_is(Stage stage) {
    for (var status : new String[] {"COMPLETED", "FAILED", "CANCELLED", "PARTIAL", "TIMEOUT"}) {
      var run = stage.run(stage.waves(2), item -> item.put("status", status).put("endTime", 1));
      var before = run.item();
      var unused = run.direct("poll");
      assertThat(run.item()).as(status).isEqualTo(before);
    }
  }

  private static void unchanged(Run run) {
    var before = run.status();
    var unused = run.direct("poll");
    assertThat(run.status()).isEqualTo(before);
  }

  private static ObjectNode paused(ObjectNode item) {
    return item.put("status", "PAUSED").put("pausedBeforeWave", 0).put("taskToken", "token");
  }

  @Case({"D6", "FR-3.6"})
  void a_throttled_drs_changes_no_wave(Stage stage) {
    var run = throttled(stage);
    var before = run.wave(0);
    var unused = run.direct("poll");
    for (var field : new String[] {"status", "jobId", "region", "serverStatuses"}) {
      assertThat(run.wave(0).path(field)).as(field).isEqualTo(before.path(field));
    }
    assertThat(run.status()).isEqualTo("POLLING");
  }

  @Case("D7")
  void a_throttled_drs_makes_the_workflow_try_again_and_nothing_worse(Stage stage) {
    var run = throttled(stage);
    var reply = run.poll(0);
    assertThat(reply.failed() || reply.next().equals("AWAIT_WAVE")).as("%s", reply).isTrue();
    assertThat(run.status()).isEqualTo("POLLING");
  }

  private static Run throttled(Stage stage) {
    var region = stage.fleet().throttled();
    return stage.run(
        stage.waves(2).inRegion(0, region), item -> running(item, "POLLING", JOB, region));
  }

  @Case({"FR-2.10", "D38"})
  void a_job_that_drs_does_not_know_is_no_success(Stage stage) {
    var region = stage.fleet().region();
    var run = stage.run(stage.waves(2), item -> running(item, "POLLING", JOB, region));
    var reply = run.direct("poll");
    assertThat(reply.failed()).isFalse();
    assertThat(run.wave(0).path("status").asText()).isEqualTo("POLLING");
    assertThat(run.status()).isEqualTo("POLLING");
  }

  /** The words that earlier versions stored: such a wave was not polled any more. */
  @Case("D5")
  void a_wave_that_stands_as_started_or_initiated_is_polled(Stage stage) {
    for (var word : new String[] {"STARTED", "INITIATED", "IN_PROGRESS", "LAUNCHING"}) {
      var run = stage.run(stage.waves(1));
      run.launch(0);
      run.put(item -> with(item, word));
      run.finish(0);
      assertThat(run.wave(0).path("status").asText()).as(word).isEqualTo("COMPLETED");
    }
  }

  private static ObjectNode with(ObjectNode item, String waveStatus) {
    ((ObjectNode) item.path("waves").path(0)).put("status", waveStatus);
    return item;
  }

  private static ObjectNode running(ObjectNode item, String status, String job, String region) {
    item.put("status", "POLLING");
    ((ObjectNode) item.path("waves").path(0))
        .put("status", status)
        .put("jobId", job)
        .put("region", region)
        .put("startTime", item.path("startTime").asLong());
    return item;
  }

  @Case("D2")
  void no_wave_is_lost_to_polls_at_the_same_time(Stage stage) {
    var run = stage.run(stage.waves(3));
    var poller = new Poller(run);
    var polling = CompletableFuture.runAsync(poller);
    for (int wave = 0; wave < 3; wave++) {
      run.launch(wave);
      var job = run.wave(wave).path("jobId");
      run.finish(wave);
      assertThat(run.wave(wave).path("jobId")).as("job of wave %s", wave).isEqualTo(job);
    }
    poller.stop();
    polling.join();
    assertThat(run.waveStatuses()).containsOnly("COMPLETED");
    assertThat(run.status()).isEqualTo("POLLING");
  }
}
