package io.drsorchestrator.application.contract;

import static io.drsorchestrator.domain.execution.Executions.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryJobs.JobServer;
import io.drsorchestrator.application.port.RecoveryJobs.Launch;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.application.port.RecoveryServers.Recovered;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the use cases rely on of DRS and EC2. */
public abstract class DrsContract {

  protected static final DrsScope SCOPE =
      new DrsScope(AccountContext.current("111122223333"), "us-east-1");

  private static final WaveNumber WAVE = new WaveNumber(1);

  protected abstract RecoveryJobs jobs();

  protected abstract RecoveryServers servers();

  protected abstract Instant now();

  /** Lets the job end with every server launched. */
  protected abstract void succeed(JobId job);

  /** Lets as many jobs run as may run at once. */
  protected abstract void fillQuota();

  protected static SourceServerId server(int number) {
    return new SourceServerId("s-%017x".formatted(number));
  }

  protected final LaunchResult start(int... numbers) {
    var ids = Vector.ofAll(numbers).map(DrsContract::server);
    return jobs().start(SCOPE, new Launch(KEY, WAVE, ExecutionType.DRILL, ids));
  }

  private JobId started(int... numbers) {
    return ((LaunchResult.Started) start(numbers)).job();
  }

  @Test
  void finds_a_job_by_the_tags_of_its_launch() {
    var job = started(1);
    var earlier = now().minus(Duration.ofMinutes(5));

    assertThat(jobs().findLaunched(SCOPE, KEY, WAVE, earlier)).containsExactly(job);
    assertThat(jobs().findLaunched(SCOPE, KEY, new WaveNumber(2), earlier)).isEmpty();
    assertThat(jobs().findLaunched(SCOPE, KEY, WAVE, now().plus(Duration.ofHours(1)))).isEmpty();
  }

  @Test
  void refuses_a_server_that_is_in_a_job_and_with_it_the_whole_call() {
    started(1, 2);

    assertThat(start(2, 3)).isInstanceOf(LaunchResult.ServersBusy.class);
    assertThat(start(3)).isInstanceOf(LaunchResult.Started.class);
  }

  @Test
  void launches_a_server_again_after_its_job_has_ended() {
    succeed(started(1));

    assertThat(start(1)).isInstanceOf(LaunchResult.Started.class);
  }

  @Test
  void postpones_what_a_full_quota_does_not_let_start() {
    fillQuota();

    assertThat(start(1))
        .isInstanceOfSatisfying(
            LaunchResult.Postponed.class,
            postponed -> assertThat(postponed.retryAfter()).isPositive());
  }

  @Test
  void has_launched_nothing_when_a_job_has_just_started() {
    var report = jobs().describe(SCOPE, started(1)).get();

    assertThat(report.state().status()).isIn("PENDING", "STARTED");
    assertThat(report.servers().values()).noneMatch(s -> s.launchStatus().isLaunched());
  }

  @Test
  void tells_of_every_server_when_the_job_has_ended() {
    var job = started(1, 2);
    succeed(job);

    var report = jobs().describe(SCOPE, job).get();
    assertThat(report.state().status()).isEqualTo("COMPLETED");
    assertThat(report.servers().keySet()).containsExactlyInAnyOrder(server(1), server(2));
    assertThat(report.servers().values())
        .extracting(JobServer::launchStatus)
        .allMatch(status -> status.isLaunched());
  }

  @Test
  void knows_the_instances_of_launched_servers() {
    var job = started(1, 2);
    succeed(job);

    var recovered = servers().recovered(SCOPE, job, Vector.of(server(1), server(2), server(3)));
    assertThat(recovered.keySet()).containsExactlyInAnyOrder(server(1), server(2));
    assertThat(recovered.values()).allMatch(r -> r.instance().privateIp().isDefined());
    var ids = recovered.mapValues(Recovered::instanceId);

    var instances =
        servers().instances(SCOPE, ids.values().toVector().append("i-0123456789abcdef0"));
    assertThat(instances.keySet()).containsExactlyInAnyOrderElementsOf(ids.values());
    assertThat(instances.values())
        .allSatisfy(
            instance -> {
              assertThat(instance.privateIp()).isNotEmpty();
              assertThat(instance.hostname()).isNotEmpty();
              assertThat(instance.instanceType()).isNotEmpty();
            });
  }

  /** An earlier drill's instance is not what this job has launched. */
  @Test
  void knows_no_instance_of_a_job_that_has_launched_none() {
    succeed(started(1));
    var second = started(1);

    assertThat(servers().recovered(SCOPE, second, Vector.of(server(1)))).isEmpty();
  }

  @Test
  void does_not_know_a_job_that_never_was() {
    assertThat(jobs().describe(SCOPE, new JobId("drsjob-00000000000000000"))).isEmpty();
  }

  @Test
  void tells_of_those_jobs_that_it_knows() {
    var ended = started(1);
    succeed(ended);
    var active = started(2);
    var other = started(3);

    var found =
        jobs()
            .describeAll(
                SCOPE,
                Vector.of(
                    ended,
                    new JobId("drsjob-00000000000000000"),
                    new JobId("none of DRS's ids"),
                    active,
                    ended));

    assertThat(found.keySet()).containsExactlyInAnyOrder(ended, active).doesNotContain(other);
    assertThat(found.get(ended)).isEqualTo(jobs().describe(SCOPE, ended));
    assertThat(found.get(active)).isEqualTo(jobs().describe(SCOPE, active));
  }

  @Test
  void asks_for_nothing_where_nothing_is_asked() {
    var job = started(1);
    succeed(job);

    assertThat(jobs().describeAll(SCOPE, Vector.empty())).isEmpty();
    assertThat(jobs().describeAll(SCOPE, Vector.of(new JobId("none of DRS's ids")))).isEmpty();
    assertThat(servers().sources(SCOPE, Vector.empty())).isEmpty();
    assertThat(servers().recovered(SCOPE, job, Vector.empty())).isEmpty();
    assertThat(servers().instances(SCOPE, Vector.empty())).isEmpty();
  }
}
