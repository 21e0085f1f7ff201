package io.drsorchestrator.application.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.memory.ScriptedDrs;
import io.drsorchestrator.application.memory.ScriptedInstances;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
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
    var group = new ProtectionGroup("pg-1", "eu-central-1", Option.none(), HashMap.empty());
    var executions =
        new StoredExecutions(
            id -> Option.some(item), id -> Option.when(id.equals("pg-1"), group), drs, HUB);
    return new ListInstances(executions, new InstanceSearch(executions, instances))
        .list(ID)
        .instances();
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
}
