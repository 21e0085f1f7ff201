package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.application.port.RecoveryServers.Recovered;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import software.amazon.awssdk.services.drs.model.EC2InstanceState;
import software.amazon.awssdk.services.drs.model.IdentificationHints;
import software.amazon.awssdk.services.drs.model.RecoveryInstance;
import software.amazon.awssdk.services.drs.model.RecoveryInstanceProperties;

/** The recovery instance that a job made of each server: earlier drills left others behind. */
final class RecoveredServers {

  private static final Comparator<RecoveryInstance> BY_RECENCY =
      Comparator.comparing(RecoveredServers::exists)
          .thenComparing(
              i -> DrsTime.parse(i.pointInTimeSnapshotDateTime()).getOrElse(Instant.MIN));

  private RecoveredServers() {}

  static Map<SourceServerId, Recovered> of(Vector<RecoveryInstance> instances, JobId job) {
    return instances
        .filter(i -> AwsText.present(i.sourceServerID()).isDefined() && id(i).isDefined())
        .filter(i -> AwsText.present(i.jobID()).forAll(job.value()::equals))
        .groupBy(i -> new SourceServerId(i.sourceServerID()))
        .mapValues(several -> recovered(several.maxBy(BY_RECENCY).get()));
  }

  private static boolean exists(RecoveryInstance instance) {
    return instance.ec2InstanceState() != EC2InstanceState.TERMINATED
        && instance.ec2InstanceState() != EC2InstanceState.NOT_FOUND;
  }

  private static Option<String> id(RecoveryInstance instance) {
    return AwsText.present(instance.recoveryInstanceID())
        .orElse(AwsText.present(instance.ec2InstanceID()));
  }

  private static Recovered recovered(RecoveryInstance instance) {
    var properties = Option.of(instance.recoveryInstanceProperties());
    return new Recovered(
        id(instance).get(),
        new io.drsorchestrator.domain.server.RecoveryInstance(
            properties.flatMap(p -> Addresses.primary(p.networkInterfaces())),
            properties.flatMap(RecoveredServers::hostname),
            Option.none(),
            state(instance),
            Option.none()));
  }

  private static Option<String> hostname(RecoveryInstanceProperties properties) {
    var hints = Option.of(properties.identificationHints());
    return hints
        .map(IdentificationHints::fqdn)
        .flatMap(AwsText::present)
        .orElse(() -> hints.map(IdentificationHints::hostname).flatMap(AwsText::present));
  }

  /** In EC2's spelling. That DRS does not find the instance is no state of it. */
  private static Option<String> state(RecoveryInstance instance) {
    return AwsText.present(instance.ec2InstanceStateAsString())
        .filter(state -> !state.equals(EC2InstanceState.NOT_FOUND.toString()))
        .map(state -> state.toLowerCase(Locale.ROOT));
  }
}
