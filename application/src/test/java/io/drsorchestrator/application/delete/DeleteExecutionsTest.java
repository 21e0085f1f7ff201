package io.drsorchestrator.application.delete;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryJobs.Launch;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult;
import io.drsorchestrator.application.read.StoredFields;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeleteExecutionsTest {

  private static final DrsScope HOME = new DrsScope(Workbench.HUB, "us-east-1");

  private Runnable beforeDeletion = () -> {};
  private final Workbench bench =
      new Workbench(
          (call, effect) -> {
            if (call.equals("Deletions.delete")) {
              beforeDeletion.run();
            }
            return effect.get();
          });

  private static ExecutionKey key(String id) {
    return new ExecutionKey(new ExecutionId(id), new PlanId("plan"));
  }

  private void put(String id, String status, Object... waves) {
    var item = new HashMap<String, Object>();
    item.put("executionId", id);
    item.put("planId", "plan");
    item.put("status", status);
    item.put("startTime", NOON.getEpochSecond());
    item.put("waves", List.of(waves));
    bench.store().put(key(id), item);
  }

  private static Map<String, String> wave(String status, String job) {
    return Map.of("status", status, "jobId", job, "region", "us-east-1");
  }

  private JobId job(int server) {
    var launch =
        new Launch(
            key("e"),
            WaveNumber.FIRST,
            ExecutionType.DRILL,
            Vector.of(new SourceServerId("s-" + server)));
    return ((LaunchResult.Started) bench.drs().start(HOME, launch)).job();
  }

  private Vector<Fate> selected(String... ids) {
    return bench.useCases().delete().selected(Vector.of(ids).map(ExecutionId::new));
  }

  private boolean exists(String id) {
    return bench.store().ports().documents().document(new ExecutionId(id)).isDefined();
  }

  @Test
  void deletes_what_has_ended_and_tells_of_every_other() {
    put("done", "COMPLETED");
    put("busy", "POLLING");

    assertThat(selected("done", "busy", "gone", "done"))
        .containsExactlyInAnyOrder(
            new Fate.Deleted("done"),
            new Fate.StillActive("busy", "POLLING"),
            new Fate.NotFound("gone"));
    assertThat(exists("done")).isFalse();
    assertThat(exists("busy")).isTrue();
  }

  /** A wave that has passed its deadline has failed, and its job may live on. */
  @ParameterizedTest
  @ValueSource(strings = {"CANCELLED", "FAILED", "PARTIAL", "TIMEOUT", "TERMINATED"})
  void keeps_an_execution_for_which_drs_still_works(String status) {
    var job = job(1);
    put("e", status, wave("COMPLETED", "drsjob-old"), wave("FAILED", job.value()));

    assertThat(selected("e")).containsExactly(new Fate.JobsActive("e", status));
    assertThat(bench.useCases().delete().finished().ended())
        .containsExactly(new Fate.JobsActive("e", status));
    assertThat(exists("e")).isTrue();

    bench.drs().succeed(job);
    assertThat(selected("e")).containsExactly(new Fate.Deleted("e"));
  }

  @Test
  void a_job_of_a_wave_that_seems_done_counts_as_well_unless_the_execution_is_complete() {
    var job = job(1);
    put("cancelled", "CANCELLED", wave("COMPLETED", job.value()));
    put("complete", "COMPLETED", wave("COMPLETED", job.value()));

    assertThat(selected("cancelled", "complete"))
        .containsExactlyInAnyOrder(
            new Fate.JobsActive("cancelled", "CANCELLED"), new Fate.Deleted("complete"));
  }

  /** The old bug: COMPLETED after the first wave, while the second one is being launched (D1). */
  @Test
  void a_victim_of_the_old_bug_is_kept_while_drs_works_for_it() {
    put("victim", "COMPLETED", wave("COMPLETED", "drsjob-old"), wave("STARTED", job(1).value()));

    assertThat(selected("victim")).containsExactly(new Fate.JobsActive("victim", "COMPLETED"));
  }

  @Test
  void a_job_that_drs_no_longer_knows_is_over() {
    put("e", "CANCELLED", wave("FAILED", "drsjob-from-last-year"));

    assertThat(selected("e")).containsExactly(new Fate.Deleted("e"));
  }

  @Test
  void what_cannot_be_checked_is_kept() {
    put("e", "CANCELLED", wave("FAILED", "drsjob-1"));
    put("nowhere", "CANCELLED", Map.of("status", "FAILED", "jobId", "drsjob-1"));
    put("done", "COMPLETED", wave("COMPLETED", "drsjob-1"));
    bench.drs().fail("describe");

    assertThat(selected("e", "nowhere", "done"))
        .containsExactlyInAnyOrder(
            new Fate.JobsActive("e", "CANCELLED"),
            new Fate.JobsActive("nowhere", "CANCELLED"),
            new Fate.Deleted("done"));
  }

  /** A double that asks one by one shows that nothing is asked for what needs no answer. */
  @Test
  void drs_is_not_asked_about_executions_that_are_complete_or_active() {
    put("done", "COMPLETED", wave("COMPLETED", "drsjob-1"), wave("LAUNCHED", "drsjob-2"));
    put("busy", "POLLING", wave("STARTED", "drsjob-3"));
    put("gone", "CANCELLED", Map.of("status", "CANCELLED"));

    selected("done", "busy", "gone");

    assertThat(bench.drs().calls()).isEmpty();
  }

  @Test
  void a_job_is_looked_for_in_the_account_and_region_of_its_execution() {
    var there = Map.of("accountId", "444455556666", "isCurrentAccount", false);
    var job = job(1);
    put("e", "CANCELLED", wave("FAILED", job.value()));
    var item =
        new HashMap<>(bench.store().ports().documents().document(new ExecutionId("e")).get());
    item.put("accountContext", there);
    bench.store().put(key("e"), item);

    assertThat(selected("e"))
        .as("that account does not know the job, although ours does")
        .containsExactly(new Fate.Deleted("e"));
  }

  /** An older system may put an execution back to work between our read and our write. */
  @Test
  void what_is_put_back_to_work_in_the_meantime_is_kept() {
    put("e", "FAILED");
    beforeDeletion = () -> put("e", "POLLING");

    assertThat(selected("e")).containsExactly(new Fate.StillActive("e", "POLLING"));
    assertThat(exists("e")).isTrue();
  }

  @Test
  void deletes_all_that_is_finished() {
    put("done", "COMPLETED");
    put("failed", "TIMEOUT");
    put("busy", "POLLING");
    put("odd", "MELTED");
    put("live", "CANCELLED", wave("FAILED", job(1).value()));

    var clearance = bench.useCases().delete().finished();

    assertThat(clearance.scanned()).isEqualTo(5);
    assertThat(clearance.ended())
        .containsExactlyInAnyOrder(
            new Fate.Deleted("done"),
            new Fate.Deleted("failed"),
            new Fate.JobsActive("live", "CANCELLED"));
    assertThat(exists("odd")).isTrue();
    assertThat(exists("busy")).isTrue();
  }

  /** API Gateway gives up after 29 seconds, and then nobody would know what is deleted. */
  @Test
  void what_there_is_no_time_for_is_told() {
    Vector.range(0, 5).forEach(n -> put("e-" + n, "FAILED"));
    beforeDeletion = () -> bench.clock().pass(Duration.ofSeconds(8));

    var fates = bench.useCases().delete().finished().ended();

    assertThat(fates.filter(Fate.Deleted.class::isInstance)).hasSize(3);
    assertThat(fates.filter(Fate.Failed.class::isInstance)).hasSize(2);
  }

  /** A workbench in which something happens before each call of that name. */
  private static Workbench before(String call, Consumer<Workbench> happens) {
    Workbench[] self = new Workbench[1];
    self[0] =
        new Workbench(
            (made, effect) -> {
              if (made.equals(call)) {
                happens.accept(self[0]);
              }
              return effect.get();
            });
    return self[0];
  }

  /** The first call of that name fails. */
  private static Workbench failingOnce(String call) {
    boolean[] failed = new boolean[1];
    return before(
        call,
        self -> {
          if (!failed[0]) {
            failed[0] = true;
            throw new AwsUnavailableException("the table is throttled", new RuntimeException());
          }
        });
  }

  @Test
  void one_that_cannot_be_read_does_not_stop_the_others() {
    var broken = failingOnce("ExecutionDocuments.document");
    broken.store().put(key("b"), item("b", "FAILED"));

    assertThat(broken.useCases().delete().selected(ids("a", "b")))
        .containsExactly(new Fate.Failed("a", "the table is throttled"), new Fate.Deleted("b"));
  }

  @Test
  void one_that_cannot_be_deleted_does_not_stop_the_others() {
    var broken = failingOnce("Deletions.delete");
    broken.store().put(key("a"), item("a", "FAILED"));
    broken.store().put(key("b"), item("b", "FAILED"));

    assertThat(broken.useCases().delete().selected(ids("a", "b")))
        .containsExactly(new Fate.Failed("a", "the table is throttled"), new Fate.Deleted("b"));
  }

  /** Reading took all the time: what was not read is not looked for any more. */
  @Test
  void what_there_was_no_time_to_read_is_told() {
    var slow =
        before("ExecutionDocuments.document", self -> self.clock().pass(Duration.ofSeconds(20)));
    slow.store().put(key("a"), item("a", "POLLING"));
    slow.store().put(key("b"), item("b", "POLLING"));

    assertThat(slow.useCases().delete().selected(ids("a", "b")))
        .containsExactlyInAnyOrder(
            new Fate.StillActive("a", "POLLING"),
            new Fate.Failed("b", "There was no time left for it: ask again"));
  }

  /** Somebody else has cleared it away since the list was read. */
  @Test
  void what_went_in_the_meantime_is_not_counted() {
    var raced = before("ExecutionListing.documents", self -> self.store().delete(key("b")));
    raced.store().put(key("a"), item("a", "FAILED"));
    raced.store().put(key("b"), item("b", "FAILED"));

    var clearance = raced.useCases().delete().finished();

    assertThat(clearance.scanned()).isEqualTo(1);
    assertThat(clearance.ended()).containsExactly(new Fate.Deleted("a"));
  }

  /** Its role and the role's external id are on record with it (contract 7.7). */
  @Test
  void jobs_are_asked_for_with_the_role_of_the_execution() {
    var execution = item("e", "CANCELLED");
    execution.put("waves", List.of(wave("FAILED", "drsjob-1")));
    execution.put(
        "accountContext",
        Map.of("accountId", "444455556666", "assumeRoleName", "Role", "externalId", "secret"));

    assertThat(EndedItem.of(new StoredFields(execution), Workbench.HUB).jobs().single().scope())
        .containsExactly(
            new DrsScope(
                new AccountContext(
                    "444455556666", Option.some("Role"), Option.some("secret"), false),
                "us-east-1"));
  }

  private static Vector<ExecutionId> ids(String... ids) {
    return Vector.of(ids).map(ExecutionId::new);
  }

  private static Map<String, Object> item(String id, String status) {
    return new HashMap<>(Map.of("executionId", id, "planId", "plan", "status", status));
  }
}
