package io.drsorchestrator.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

/** What the checks of a start rely on of DRS. */
public abstract class LaunchAdmissionContract {

  protected abstract LaunchAdmission admission();

  protected abstract DrsScope scope();

  /** Starts a job for servers by their numbers, as anybody may, and lets it name them. */
  protected abstract JobId start(int... servers);

  /** Lets every job end with its servers launched. */
  protected abstract void succeed(JobId job);

  /** From now on the server does not replicate any more. */
  protected abstract void stall(int server);

  protected static SourceServerId server(int number) {
    return new SourceServerId("s-%017x".formatted(number));
  }

  private static Vector<SourceServerId> servers(int count) {
    return Vector.rangeClosed(1, count).map(LaunchAdmissionContract::server);
  }

  @Test
  void there_are_no_jobs_at_first() {
    assertThat(admission().activeJobs(scope())).isEmpty();
  }

  @Test
  void knows_jobs_until_they_end_with_their_servers() {
    var first = start(1, 2);
    var second = start(3);

    var jobs = admission().activeJobs(scope());
    assertThat(jobs.map(ActiveJob::job)).containsExactlyInAnyOrder(first, second);
    assertThat(jobs).allMatch(ActiveJob::isLaunch);
    assertThat(jobs.map(ActiveJob::status)).containsOnly("STARTED");
    assertThat(jobs.flatMap(job -> job.servers().keySet()))
        .containsExactlyInAnyOrderElementsOf(servers(3));

    succeed(first);
    succeed(second);
    assertThat(admission().activeJobs(scope())).isEmpty();
  }

  @Test
  void knows_how_every_server_replicates() {
    stall(2);

    var known = admission().replication(scope(), servers(3));

    assertThat(known.mapValues(replication -> replication.state()).toJavaMap())
        .containsEntry(server(1), "CONTINUOUS")
        .containsEntry(server(2), "STALLED")
        .containsEntry(server(3), "CONTINUOUS");
    assertThat(known.values()).allMatch(replication -> !replication.hostname().isBlank());
  }

  @Test
  void knows_live_instances_of_servers_that_have_been_launched() {
    succeed(start(1, 2));

    assertThat(admission().liveInstances(scope(), servers(3)).keySet())
        .containsExactlyInAnyOrderElementsOf(servers(2));
  }

  @Test
  void asks_for_nothing_where_nothing_is_asked() {
    succeed(start(1));

    assertThat(admission().replication(scope(), Vector.empty())).isEmpty();
    assertThat(admission().liveInstances(scope(), Vector.empty())).isEmpty();
  }
}
