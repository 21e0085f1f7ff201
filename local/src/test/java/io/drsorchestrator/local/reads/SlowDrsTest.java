package io.drsorchestrator.local.reads;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.adapter.out.drs.DrsRecoveryJobs;
import io.drsorchestrator.adapter.out.drs.DrsRecoveryServers;
import io.drsorchestrator.adapter.out.ec2.Ec2Instances;
import io.drsorchestrator.application.contract.Recorded;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.LaunchConfigurations;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.local.aws.RunningAws;
import io.drsorchestrator.local.aws.Servers;
import io.drsorchestrator.local.aws.fault.Effect;
import io.drsorchestrator.local.aws.fault.Fault;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A DRS that takes its time does not take that of readers (D35). */
class SlowDrsTest {

  private static final Duration SLOWNESS = Duration.ofSeconds(3);

  private final AtomicInteger heldUp = new AtomicInteger();
  private final RunningAws aws =
      RunningAws.with(
          builder ->
              builder.sourceServers(Servers.upTo(2)).pause(time -> heldUp.incrementAndGet()));
  private final DrsRecoveryJobs jobs = new DrsRecoveryJobs(scope -> aws.drs());
  private final Api api =
      new Api(
          new Aws(
              jobs,
              new DrsRecoveryServers(scope -> aws.drs(), new Ec2Instances(scope -> aws.ec2())),
              Api.untouched(LaunchAdmission.class),
              Api.untouched(LaunchConfigurations.class),
              Api.untouched(RecoveryInstances.class),
              Api.untouched(Workflows.class)));

  @AfterEach
  void stop() {
    api.close();
    aws.close();
  }

  @Test
  void list_and_details_do_not_wait_for_drs_and_ec2() {
    for (var service : new String[] {"drs", "ec2"}) {
      aws.aws().add(Fault.on(service, "*", new Effect.Delay()).delayedBy(SLOWNESS));
    }
    var running =
        Recorded.create(api.store().ports(), Vector.of(SampleWaves.plan(0), SampleWaves.plan(1)))
            .launch();
    var id = running.key().executionId().value();

    assertThat(api.details(id).path("status").asText()).isEqualTo("POLLING");
    assertThat(api.list(Map.of()).path("count").asInt()).isEqualTo(1);
    assertThat(heldUp).as("calls that readers made").hasValue(0);

    jobs.describe(new DrsScope(Api.HUB, "us-east-1"), new JobId("drsjob-00000000000000000"));
    assertThat(heldUp).as("the fault is there for whoever does ask").hasValue(1);
  }
}
