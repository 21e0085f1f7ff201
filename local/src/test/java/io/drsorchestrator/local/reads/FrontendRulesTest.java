package io.drsorchestrator.local.reads;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.application.contract.Recorded;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The existing frontend shows every item sensibly, whoever wrote it (contract 2.8, 5). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontendRulesTest {

  private static final String[] WAVE_WORDS = {
    "PENDING",
    "STARTED",
    "INITIATED",
    "IN_PROGRESS",
    "POLLING",
    "LAUNCHING",
    "CONVERTING",
    "COMPLETED",
    "FAILED",
    "PARTIAL",
    "CANCELLED",
    "TERMINATED",
    "TIMEOUT",
    "ERROR",
    "UNKNOWN",
    "LAUNCHED"
  };

  /** Waves whose work the frontend takes to go on. */
  private static final Set<String> GOING_ON =
      Set.of("PENDING", "STARTED", "INITIATED", "IN_PROGRESS", "POLLING", "LAUNCHING");

  private final Api api = Api.withoutAws();

  @AfterAll
  void stop() {
    api.close();
  }

  private static Map<String, Object> wave(int number, String status) {
    return Map.of(
        "waveNumber",
        number,
        "waveName",
        "Tier " + number,
        "status",
        status,
        "jobId",
        "drsjob-" + number,
        "region",
        "us-east-1",
        "startTime",
        NOON.getEpochSecond(),
        "serverStatuses",
        List.of(Map.of("sourceServerId", "s-" + number, "launchStatus", "PENDING")));
  }

  /** One wave done, one in {@code word}, and the third one if it exists before it starts. */
  private String stored(String status, String word, boolean seeded) {
    var waves = new ArrayList<>(List.of(wave(0, "COMPLETED"), wave(1, word)));
    if (seeded) {
      waves.add(Map.of("waveNumber", 2, "waveName", "Tier 2", "status", "PENDING"));
    }
    return put(
        Map.of(
            "status",
            status,
            "planName",
            "Three tiers",
            "startTime",
            NOON.getEpochSecond(),
            "initiatedBy",
            "operator@example.com",
            "totalWaves",
            3,
            "currentWave",
            2,
            "pausedBeforeWave",
            2,
            "waves",
            waves));
  }

  private String put(Map<String, ?> attributes) {
    var key = Recorded.newKey();
    var item = new HashMap<String, Object>(attributes);
    item.put("executionId", key.executionId().value());
    item.put("planId", key.planId().value());
    api.store().put(key, item);
    return key.executionId().value();
  }

  private Frontend details(String id) {
    return new Frontend(api.details(id), api.now());
  }

  private Frontend listed(String id) {
    var items = new ArrayList<JsonNode>();
    var page = api.list(Map.of("limit", "100"));
    page.path("items").forEach(items::add);
    while (page.hasNonNull("nextToken")) {
      page = api.list(Map.of("limit", "100", "nextToken", page.path("nextToken").asText()));
      page.path("items").forEach(items::add);
    }
    var item = items.stream().filter(i -> i.path("executionId").asText().equals(id)).findFirst();
    return new Frontend(item.orElseThrow(), api.now());
  }

  /** Status, badge, whether it polls on (details, list, generic), cancel, resume, terminate. */
  @ParameterizedTest
  @CsvSource({
    "PENDING,                 Pending,     yes, yes, yes, cancel, -,      -",
    "RUNNING,                 In Progress, yes, yes, yes, cancel, -,      -",
    "POLLING,                 Working,     yes, yes, yes, cancel, -,      -",
    "PAUSED,                  Paused,      yes, yes, yes, cancel, resume, -",
    "PAUSE_PENDING,           default,     yes, no,  yes, -,      -,      -",
    "CANCELLING,              Cancelling,  yes, no,  yes, -,      -,      -",
    "IN_PROGRESS,             In Progress, yes, yes, yes, cancel, -,      -",
    "INITIATED,               Working,     yes, yes, yes, cancel, -,      -",
    "LAUNCHING,               Working,     yes, yes, yes, cancel, -,      -",
    "STARTED,                 Working,     yes, yes, yes, cancel, -,      -",
    "CANCELLED,               Cancelled,   no,  no,  no,  -,      -,      terminate",
    "COMPLETED,               Completed,   no,  no,  no,  -,      -,      terminate",
    "FAILED,                  Failed,      no,  no,  no,  -,      -,      terminate",
    "PARTIAL,                 Partial,     yes, no,  no,  -,      -,      terminate",
    "TIMEOUT,                 default,     no,  no,  yes, -,      -,      terminate",
    "TERMINATED,              default,     yes, no,  yes, -,      -,      terminate",
    "COMPLETED_WITH_WARNINGS, default,     yes, no,  yes, -,      -,      terminate",
    "SUCCEEDED,               default,     yes, no,  yes, -,      -,      terminate",
    "TIMED_OUT,               default,     yes, no,  yes, -,      -,      terminate",
    "ABORTED,                 default,     yes, no,  yes, -,      -,      terminate",
    "MELTED,                  default,     yes, no,  yes, -,      -,      -",
  })
  void every_status_with_every_status_of_a_wave(
      String status,
      String badge,
      String detailsPoll,
      String listPolls,
      String genericPolls,
      String cancel,
      String resume,
      String terminate) {
    for (var word : WAVE_WORDS) {
      for (boolean seeded : new boolean[] {false, true}) {
        var shown = details(stored(status, word, seeded));
        var as = status + " with a wave " + word + (seeded ? " and one to come" : "");
        assertThat(shown.status()).as(as).isEqualTo(status);
        assertThat(shown.badge()).as(as).isEqualTo(badge);
        assertThat(shown.detailsPollingEnds()).as(as).isEqualTo(detailsPoll.equals("no"));
        assertThat(shown.listPolls()).as(as).isEqualTo(listPolls.equals("yes"));
        assertThat(shown.genericPollingEnds()).as(as).isEqualTo(genericPolls.equals("no"));
        assertThat(shown.showsCancel()).as(as).isEqualTo(cancel.equals("cancel"));
        assertThat(shown.showsResume()).as(as).isEqualTo(resume.equals("resume"));
        assertThat(shown.duration()).as(as).isEqualTo("PT2H");
        assertThat(shown.starter()).as(as).containsOnly("operator@example.com");
        assertThat(shown.pausedBefore()).as(as).isEqualTo(3);
        assertThat(shown.currentWave()).as(as).isEqualTo(currentWave(status, word, seeded));
        assertThat(shown.showsTerminate())
            .as(as)
            .isEqualTo(terminate.equals("terminate") && !seeded && !GOING_ON.contains(word));
        assertThat(shown.showsTerminated()).as(as).isFalse();
      }
    }
  }

  private static int currentWave(String status, String word, boolean seeded) {
    if (status.equals("COMPLETED")) {
      return 3;
    }
    if (GOING_ON.contains(word)) {
      return 2;
    }
    boolean done = word.equals("COMPLETED") || word.equals("LAUNCHED");
    return seeded ? 3 : done ? 2 : 1;
  }

  @Test
  void list_and_details_show_the_same() {
    for (var status : List.of("POLLING", "PAUSED", "FAILED", "COMPLETED", "MELTED")) {
      var id = stored(status, "STARTED", true);
      var details = details(id);
      var listed = listed(id);

      assertThat(listed.status()).isEqualTo(details.status());
      assertThat(listed.badge()).isEqualTo(details.badge());
      assertThat(listed.currentWave())
          .isEqualTo(details.currentWave())
          .isEqualTo(status.equals("COMPLETED") ? 3 : 2);
      assertThat(listed.starter()).isEqualTo(details.starter());
      assertThat(listed.duration()).isEqualTo(details.duration());
      assertThat(listed.showsTerminate()).isEqualTo(details.showsTerminate());
    }
  }

  private Recorded threeWaves() {
    return Recorded.create(api.store().ports(), Vector.range(0, 3).map(SampleWaves::plan));
  }

  private Frontend shown(Recorded recorded) {
    return details(recorded.key().executionId().value());
  }

  @Test
  void a_new_execution_waits_for_its_first_wave() {
    var shown = shown(threeWaves());

    assertThat(shown.badge()).isEqualTo("Pending");
    assertThat(shown.currentWave()).isEqualTo(1);
    assertThat(shown.showsCancel()).isTrue();
    assertThat(shown.listPolls()).isTrue();
    assertThat(shown.duration()).isEqualTo("PT2H");
  }

  @Test
  void the_second_of_three_waves_runs() {
    var shown = shown(threeWaves().completeWave().launch());

    assertThat(shown.status()).isEqualTo("POLLING");
    assertThat(shown.currentWave()).isEqualTo(2);
    assertThat(shown.execution().path("currentWave").asInt()).isEqualTo(2);
    assertThat(shown.execution().path("totalWaves").asInt()).isEqualTo(3);
    assertThat(shown.execution().path("terminationMetadata").path("reason").asText())
        .isEqualTo("Execution not in terminal state");
    assertThat(shown.showsCancel()).isTrue();
    assertThat(shown.showsTerminate()).isFalse();
    assertThat(shown.servers(1))
        .extracting(Frontend.Server::id, Frontend.Server::status, Frontend.Server::launchTime)
        .containsExactly(tuple("s-1-0", "PENDING", "-"), tuple("s-1-1", "PENDING", "-"));
    assertThat(
            listed(shown.execution().path("executionId").asText())
                .execution()
                .path("hasActiveDrsJobs")
                .asBoolean())
        .isTrue();
  }

  /** The frontend's rule: the last wave, and so a plan of one wave, has no cancel button. */
  @Test
  void the_last_wave_has_no_cancel_button() {
    var shown = shown(threeWaves().completeWave().completeWave().launch());

    assertThat(shown.currentWave()).isEqualTo(3);
    assertThat(shown.showsCancel()).isFalse();
  }

  @Test
  void a_gate_shows_the_wave_before_which_it_waits() {
    var gated =
        Vector.range(0, 3)
            .map(SampleWaves::plan)
            .map(plan -> plan.number().value() == 2 ? SampleWaves.gated(plan) : plan);
    var recorded =
        Recorded.create(api.store().ports(), gated).completeWave().completeWave().pause();

    var shown = shown(recorded);

    assertThat(shown.badge()).isEqualTo("Paused");
    assertThat(shown.pausedBefore()).isEqualTo(3);
    assertThat(shown.showsResume()).isTrue();
    assertThat(shown.showsCancel()).isTrue();
    assertThat(shown.currentWave()).isEqualTo(3);
    assertThat(shown.progress().orElseThrow()).isBetween(66.0, 67.0);
    assertThat(shown.execution().toString()).doesNotContain("taskToken");
    assertThat(listed(recorded.key().executionId().value()).execution().toString())
        .doesNotContain("taskToken");
  }

  @Test
  void all_waves_are_shown_when_all_are_complete() {
    var shown = shown(threeWaves().completeWave().completeWave().completeWave().complete());

    assertThat(shown.badge()).isEqualTo("Completed");
    assertThat(shown.currentWave()).isEqualTo(3);
    assertThat(shown.detailsPollingEnds()).isTrue();
    assertThat(shown.genericPollingEnds()).isTrue();
    assertThat(shown.showsTerminate()).isTrue();
    assertThat(shown.showsCancel()).isFalse();
    assertThat(shown.duration()).isNotEqualTo("Invalid");
  }

  @Test
  void a_cancel_during_a_wave_is_shown_until_the_wave_has_ended() {
    var recorded = threeWaves().launch().requestCancel();
    assertThat(shown(recorded).badge()).isEqualTo("Cancelling");
    assertThat(shown(recorded).currentWave()).isEqualTo(1);
    assertThat(shown(recorded).showsCancel()).isFalse();
    assertThat(shown(recorded).detailsPollingEnds()).isFalse();

    recorded.observe(SampleWaves::success).finishCancel();

    assertThat(shown(recorded).badge()).isEqualTo("Cancelled");
    assertThat(shown(recorded).detailsPollingEnds()).isTrue();
    assertThat(shown(recorded).showsTerminate()).isTrue();
  }

  @Test
  void a_failed_execution_shows_what_failed() {
    var shown = shown(threeWaves().completeWave().launch().fail());

    assertThat(shown.badge()).isEqualTo("Failed");
    assertThat(shown.detailsPollingEnds()).isTrue();
    assertThat(shown.showsTerminate()).isTrue();
    assertThat(shown.execution().path("errorMessage").asText()).isNotEmpty();
    assertThat(
            StreamSupport.stream(shown.execution().path("waves").spliterator(), false)
                .map(wave -> wave.path("status").asText()))
        .containsExactly("COMPLETED", "FAILED", "CANCELLED");
  }

  /** The old bug's victims are on record for good, and what is on record is what is shown (D1). */
  @Test
  void a_victim_of_the_old_bug_is_shown_as_it_is_stored() {
    var id =
        put(
            Map.of(
                "status",
                "COMPLETED",
                "startTime",
                NOON.getEpochSecond(),
                "endTime",
                NOON.getEpochSecond() + 60,
                "totalWaves",
                3,
                "waves",
                List.of(wave(0, "COMPLETED"))));

    var shown = details(id);

    assertThat(shown.status()).isEqualTo("COMPLETED");
    assertThat(shown.duration()).isEqualTo("PT1M");
    assertThat(shown.execution().path("waves")).hasSize(1);
    assertThat(shown.execution().path("totalWaves").asInt()).isEqualTo(3);
    assertThat(shown.execution().has("completedWaves")).isFalse();
    assertThat(listed(id).execution().path("waves")).hasSize(1);
  }

  @Test
  void a_source_address_has_the_name_that_the_frontend_reads() {
    var server = Map.of("sourceServerId", "s-1", "ipAddress", "192.168.1.10", "hostname", "db01");
    var id =
        put(
            Map.of(
                "status",
                "FAILED",
                "waves",
                List.of(Map.of("status", "FAILED", "serverStatuses", List.of(server)))));

    var shown = details(id).execution().path("waves").path(0).path("serverStatuses").path(0);

    assertThat(shown.path("sourceIp").asText()).isEqualTo("192.168.1.10");
    assertThat(shown.path("ipAddress").asText()).isEqualTo("192.168.1.10");
    assertThat(details(id).servers(0)).containsExactly(new Frontend.Server("s-1", "db01", "", "-"));
  }
}
