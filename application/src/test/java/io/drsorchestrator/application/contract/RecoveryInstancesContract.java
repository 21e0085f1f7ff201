package io.drsorchestrator.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryInstances.JobServer;
import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.application.port.RecoveryInstances.LiveInstance;
import io.drsorchestrator.application.port.RecoveryInstances.Refused;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryJobs.Launch;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the use cases rely on of recovery instances and of the jobs behind them. */
public abstract class RecoveryInstancesContract {

  protected static final DrsScope SCOPE =
      new DrsScope(AccountContext.current("111122223333"), "us-east-1");

  private static final JobId NEVER = new JobId("drsjob-0000000000000000f");
  private static final String NOWHERE = "i-0123456789abcdef0";

  protected abstract RecoveryJobs jobs();

  protected abstract RecoveryInstances instances();

  protected abstract Instant now();

  /** Lets a launch end with every server launched. */
  protected abstract void succeed(JobId job);

  /** Lets a termination end with every instance gone. */
  protected abstract void finish(JobId job);

  private static SourceServerId server(int number) {
    return new SourceServerId("s-%017x".formatted(number));
  }

  private static Vector<SourceServerId> servers(int from, int to) {
    return Vector.rangeClosed(from, to).map(RecoveryInstancesContract::server);
  }

  private JobId start(int from, int to) {
    var launch =
        new Launch(Executions.KEY, WaveNumber.FIRST, ExecutionType.DRILL, servers(from, to));
    return ((LaunchResult.Started) jobs().start(SCOPE, launch)).job();
  }

  private JobId launched(int from, int to) {
    var job = start(from, to);
    succeed(job);
    return job;
  }

  private Vector<LiveInstance> of(int from, int to) {
    return instances().of(SCOPE, servers(from, to));
  }

  private static Vector<String> ids(Vector<LiveInstance> instances) {
    return instances.map(LiveInstance::recoveryInstanceId);
  }

  private JobView terminated(int from, int to) {
    return instances().terminate(SCOPE, ids(of(from, to))).get();
  }

  private Vector<JobView> active() {
    return instances().activeJobs(SCOPE, now().minus(Duration.ofHours(1)));
  }

  @Test
  void tells_of_the_instances_of_launched_servers_and_which_job_launched_them() {
    var job = launched(1, 2);

    var found = of(1, 3);

    assertThat(found.map(LiveInstance::server)).containsExactlyInAnyOrder(server(1), server(2));
    assertThat(found)
        .allSatisfy(
            instance -> {
              assertThat(instance.job()).containsExactly(job);
              assertThat(instance.state()).isEqualTo("RUNNING");
              assertThat(instance.isGone()).isFalse();
            });
    assertThat(ids(found).toSet()).hasSize(2);
  }

  @Test
  void tells_of_a_launch_while_it_lasts() {
    var job = start(1, 2);

    assertThat(of(1, 2)).isEmpty();
    assertThat(active()).singleElement().satisfies(it -> assertThat(it.id()).isEqualTo(job));
    assertThat(active().head().isTermination()).isFalse();
  }

  @Test
  void tells_of_a_launch_that_has_ended_which_instances_it_made() {
    var job = launched(1, 2);

    var view = instances().jobs(SCOPE, Vector.of(job, NEVER)).get(job).get();

    assertThat(active()).isEmpty();
    assertThat(view.isCompleted()).isTrue();
    assertThat(view.count("LAUNCHED")).isEqualTo(2);
    assertThat(view.servers().flatMap(JobServer::instanceId))
        .containsExactlyInAnyOrderElementsOf(ids(of(1, 2)));
  }

  @Test
  void leaves_out_a_job_that_never_was() {
    launched(1, 1);

    assertThat(instances().jobs(SCOPE, Vector.of(NEVER))).isEmpty();
  }

  @Test
  void a_newer_launch_of_a_server_replaces_its_instance() {
    launched(1, 1);
    var old = of(1, 1).single();
    var newer = launched(1, 1);

    var now = of(1, 1).single();

    assertThat(now.job()).containsExactly(newer);
    assertThat(now.recoveryInstanceId()).isNotEqualTo(old.recoveryInstanceId());
  }

  @Test
  void terminates_instances_in_a_job_that_names_them_until_it_has_ended() {
    launched(1, 3);
    var victims = ids(of(1, 2));

    var job = instances().terminate(SCOPE, victims).get();

    assertThat(job.isTermination()).isTrue();
    assertThat(job.isCompleted()).isFalse();
    var view = active().single();
    assertThat(view.id()).isEqualTo(job.id());
    assertThat(view.servers().flatMap(JobServer::instanceId))
        .containsExactlyInAnyOrderElementsOf(victims);
    finish(job.id());
    assertThat(of(1, 3).reject(LiveInstance::isGone).map(LiveInstance::server))
        .containsExactly(server(3));
    var ended = instances().jobs(SCOPE, Vector.of(job.id())).get(job.id()).get();
    assertThat(ended.isCompleted()).isTrue();
    assertThat(ended.servers()).isEmpty();
  }

  @Test
  void refuses_the_whole_call_for_an_instance_that_is_being_terminated() {
    launched(1, 2);
    terminated(1, 1);

    var refused = instances().terminate(SCOPE, ids(of(1, 2))).getLeft();

    assertThat(refused.why()).isEqualTo(Refused.Why.CONFLICT);
    assertThat(active()).hasSize(1);
    assertThat(instances().terminate(SCOPE, ids(of(2, 2))).isRight()).isTrue();
  }

  @Test
  void refuses_an_instance_whose_server_is_being_launched_again() {
    launched(1, 1);
    var instance = ids(of(1, 1));
    start(1, 1);

    assertThat(instances().terminate(SCOPE, instance).getLeft().why())
        .isEqualTo(Refused.Why.CONFLICT);
  }

  @Test
  void refuses_the_whole_call_for_an_instance_that_is_gone() {
    launched(1, 2);
    var instances = ids(of(1, 2));
    finish(terminated(1, 1).id());

    assertThat(instances().terminate(SCOPE, instances).getLeft().why())
        .isEqualTo(Refused.Why.INVALID);
    assertThat(active()).isEmpty();
  }

  @Test
  void refuses_more_than_a_hundred_at_once() {
    launched(1, 60);
    launched(61, 101);

    assertThat(instances().terminate(SCOPE, ids(of(1, 101))).getLeft().why())
        .isEqualTo(Refused.Why.QUOTA);
    assertThat(instances().terminate(SCOPE, ids(of(1, 100))).isRight()).isTrue();
  }

  @Test
  void knows_the_machines_of_instances() {
    launched(1, 1);
    var id = of(1, 1).single().ec2InstanceId();

    var machines = instances().machines(SCOPE, Vector.of(id, NOWHERE));

    assertThat(machines.keySet()).containsExactly(id);
    assertThat(machines.get(id).get().name()).isNotEmpty();
    assertThat(machines.get(id).get().privateIp()).isNotEmpty();
    assertThat(machines.get(id).get().instanceType()).isNotEmpty();
  }

  /** To AWS an empty list means "all". */
  @Test
  void nothing_is_told_and_terminated_where_nothing_is_asked() {
    launched(1, 1);

    assertThat(instances().of(SCOPE, Vector.empty())).isEmpty();
    assertThat(instances().jobs(SCOPE, Vector.empty())).isEmpty();
    assertThat(instances().machines(SCOPE, Vector.empty())).isEmpty();
    assertThat(instances().terminate(SCOPE, Vector.empty()).isLeft()).isTrue();
    assertThat(active()).isEmpty();
  }
}
