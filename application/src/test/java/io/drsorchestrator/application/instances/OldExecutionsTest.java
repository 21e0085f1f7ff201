package io.drsorchestrator.application.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.instances.Termination.ErrorType;
import io.drsorchestrator.application.instances.Termination.Failed;
import io.drsorchestrator.application.memory.ScriptedDrs;
import io.drsorchestrator.application.memory.ScriptedInstances;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryInstances.JobServer;
import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.application.port.RecoveryInstances.LiveInstance;
import io.drsorchestrator.application.port.RecoveryJobs.Launch;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult;
import io.drsorchestrator.domain.Moments;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Items that other programs, older versions and accidents left behind. */
final class OldExecutionsTest {

  private static final AccountContext HUB = AccountContext.current("111122223333");
  private static final ExecutionId ID = new ExecutionId("old");

  private final ScriptedDrs drs = new ScriptedDrs(() -> Moments.NOON);
  private final ScriptedInstances instances = new ScriptedInstances(drs);
  private Map<String, Object> item = Map.of();

  private JobId launched(String account, String region, String server) {
    var context =
        new AccountContext(account, Option.none(), Option.none(), account.equals(HUB.accountId()));
    var launch =
        new Launch(
            Executions.KEY,
            WaveNumber.FIRST,
            ExecutionType.DRILL,
            Vector.of(new SourceServerId(server)));
    var job = ((LaunchResult.Started) drs.start(new DrsScope(context, region), launch)).job();
    drs.succeed(job);
    return job;
  }

  private Vector<OwnInstance> found() {
    var executions = executions();
    return new ListInstances(executions, new InstanceSearch(executions, instances))
        .list(ID)
        .instances();
  }

  private StoredExecutions executions() {
    var group = new ProtectionGroup("pg-1", "eu-central-1", Option.none(), HashMap.empty());
    return new StoredExecutions(
        id -> Option.some(item), id -> Option.when(id.equals("pg-1"), group), drs, HUB);
  }

  private static Map<String, Object> item(Object... waves) {
    var item = new TreeMap<String, Object>();
    item.put("executionId", "old");
    item.put("planId", "plan");
    item.put("status", "TIMEOUT");
    item.put("waves", Arrays.asList(waves));
    return item;
  }

  @Test
  void without_an_account_belong_to_the_orchestrators_own() {
    var job = launched(HUB.accountId(), "us-east-1", "s-1");
    item = item(Map.of("jobId", job.value(), "region", "us-east-1", "serverIds", List.of("s-1")));

    assertThat(found().single().scope().account()).isEqualTo(HUB);
  }

  /** The word of the item counts, not that the hub's credentials are at hand (D30, D31). */
  @Test
  void of_another_account_are_looked_for_there() {
    launched("444455556666", "us-east-1", "s-1");
    item = item(Map.of("jobId", "drsjob-1", "region", "us-east-1", "serverIds", List.of("s-1")));
    item.put("accountId", "444455556666");

    assertThat(found().single().scope().account())
        .isEqualTo(new AccountContext("444455556666", Option.none(), Option.none(), false));
  }

  @Test
  void with_odd_words_numbers_nulls_and_lists_are_read() {
    var job = launched(HUB.accountId(), "us-east-1", "s-1");
    var wave = new TreeMap<String, Object>();
    wave.put("waveNumber", "zero");
    wave.put("waveName", 7L);
    wave.put("status", "MELTED");
    wave.put("jobId", job.value());
    wave.put("region", "us-east-1");
    wave.put("serverIds", "s-1");
    wave.put("serverStatuses", Arrays.asList(null, 3L, Map.of("hostname", "x")));
    wave.put("servers", List.of(Map.of("sourceServerId", "s-1", "serverName", "db01")));
    item = item("no wave", wave);

    var own = found().single();

    assertThat(own.waveName()).isEqualTo("Wave 1");
    assertThat(own.waveNumber()).isZero();
    assertThat(own.serverName()).isEqualTo("db01");
  }

  /** The job tells which servers it had. */
  @Test
  void that_name_no_server_are_found_by_their_job() {
    var job = launched(HUB.accountId(), "us-east-1", "s-1");
    item = item(Map.of("jobId", job.value(), "region", "us-east-1"));

    assertThat(found()).hasSize(1);
  }

  @Test
  void without_a_region_are_found_by_what_else_tells_it() {
    var job = launched(HUB.accountId(), "eu-central-1", "s-1");
    item = item(Map.of("jobId", job.value(), "protectionGroupId", "pg-1"));
    item.put("drsRegion", "us-east-1");
    item.put("drsJobId", "drsjob-of-another-wave");
    assertThat(found()).as("by the group").hasSize(1);

    item = item(Map.of("jobId", job.value(), "protectionGroupId", "gone"));
    item.put("drsRegion", "eu-central-1");
    assertThat(found()).as("by the execution").hasSize(1);
  }

  /** No instance is not the same as "nobody knows where to look". */
  @Test
  void of_which_nobody_knows_the_region_are_not_called_empty() {
    item = item(Map.of("jobId", "drsjob-1", "serverIds", List.of("s-1")));

    assertThatThrownBy(this::found)
        .isInstanceOf(UnknownRegionException.class)
        .hasMessageContaining("drsjob-1");
  }

  @Test
  void without_waves_have_nothing() {
    item = Map.of("executionId", "old", "planId", "plan", "status", "FAILED");

    assertThat(found()).isEmpty();
  }

  @Test
  void of_another_account_are_looked_for_in_the_role_on_record() {
    item = item();
    item.put(
        "accountContext",
        Map.of("accountId", "444455556666", "assumeRoleName", "Role", "externalId", "secret"));

    assertThat(executions().get(ID).account())
        .isEqualTo(
            new AccountContext("444455556666", Option.some("Role"), Option.some("secret"), false));
  }

  /** The group may have been moved since. */
  @Test
  void of_the_wave_that_was_started_last_are_looked_for_where_that_was() {
    var job = launched(HUB.accountId(), "us-east-1", "s-1");
    item = item(Map.of("jobId", job.value(), "protectionGroupId", "pg-1"));
    item.put("drsRegion", "us-east-1");
    item.put("drsJobId", job.value());

    assertThat(found()).hasSize(1);
  }

  @Test
  void of_which_nobody_knows_the_region_have_no_log_and_say_so() {
    item = item(Map.of("jobId", "drsjob-1"));

    var log = new ReadJobLogs(executions(), instances).read(ID, Option.none()).single();

    assertThat(log.events().getLeft())
        .isEqualTo("Nothing on record tells in which Region the job runs");
  }

  @Test
  void may_hold_blanks_and_times_that_mean_nothing() {
    var odd = new Document(Map.of("blank", " ", "zero", 0L, "before", -1L, "first", 1L));

    assertThat(odd.text("blank")).isEmpty();
    assertThat(odd.time("zero")).isEmpty();
    assertThat(odd.time("before")).isEmpty();
    assertThat(odd.time("first")).containsExactly(java.time.Instant.ofEpochSecond(1));
  }

  @Test
  void number_their_waves_from_0_or_by_their_place() {
    assertThat(wave(0L).number()).isEqualTo(WaveNumber.FIRST);
    assertThat(wave(1L).number()).isEqualTo(new WaveNumber(1));
    assertThat(wave(-1L).number()).isEqualTo(new WaveNumber(7));
  }

  private static StoredWave wave(long number) {
    return new StoredWave(7, new Document(Map.of("waveNumber", number)));
  }

  /** DRS tells of each server of the job; of one that it does not name, the item does. */
  @Test
  void tell_of_a_server_what_its_job_tells_or_else_what_is_stored() {
    var stored =
        new StoredWave(
            0,
            new Document(
                Map.of(
                    "serverStatuses",
                    List.of(Map.of("sourceServerId", "s-2", "launchStatus", "PENDING")))));
    var job =
        new JobView(
            new JobId("drsjob-1"),
            "LAUNCH",
            "STARTED",
            Vector.of(
                new JobServer(new SourceServerId("s-0"), Option.none(), "FAILED"),
                new JobServer(new SourceServerId("s-1"), Option.none(), "LAUNCHED")));

    assertThat(own(stored, job, "s-0").launchStatus()).isEqualTo("FAILED");
    assertThat(own(stored, job, "s-1").launchStatus()).isEqualTo("LAUNCHED");
    assertThat(own(stored, job, "s-2").launchStatus()).isEqualTo("PENDING");
    assertThat(own(stored, job, "s-0").serverName()).isEqualTo("s-0");
  }

  private static OwnInstance own(StoredWave wave, JobView job, String server) {
    return new OwnInstance(
        new io.drsorchestrator.application.instances.Launch(
            wave, job.id(), new DrsScope(HUB, "us-east-1")),
        Option.some(job),
        new LiveInstance(
            "i-1", "i-1", new SourceServerId(server), Option.some(job.id()), "STARTED"));
  }

  /** What one call of several ran into does not hide what DRS said to the others. */
  @Test
  void answers_and_faults_together_are_an_answer() {
    var job = new JobView(new JobId("drsjob-1"), "LAUNCH", "COMPLETED", Vector.empty());
    var own = own(wave(0L), job, "s-0");
    var fault = Failed.by(new IllegalStateException("throttled"), own, ErrorType.UNAVAILABLE);
    var answer = Failed.of(own, "no", ErrorType.REFUSED);

    assertThat(Termination.failures(Vector.of(fault, answer)).fault()).isEmpty();
    assertThat(Termination.failures(Vector.of(fault)).fault().map(Throwable::getMessage))
        .containsExactly("throttled");
    assertThat(Failed.launching(own).error())
        .isEqualTo(
            "Job drsjob-1 is still launching server s-0 and DRS cannot cancel it: terminate again when it has ended");
  }
}
