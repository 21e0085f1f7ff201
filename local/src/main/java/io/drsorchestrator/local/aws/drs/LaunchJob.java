package io.drsorchestrator.local.aws.drs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A job that launches recovery instances; it shows its servers once it has started. */
record LaunchJob(JobHeader header, boolean drill, Map<String, ServerLaunch> launches)
    implements Job {

  ServerLaunch launch(String sourceServerId) {
    return Objects.requireNonNull(launches.get(sourceServerId));
  }

  @Override
  public Set<String> sourceServerIds() {
    return launches.keySet();
  }

  @Override
  public List<Participant> participantsAt(Instant now, Instances instances) {
    if (header.statusAt(now) == JobStatus.PENDING) {
      return List.of();
    }
    return launches.values().stream().map(launch -> participant(launch, now, instances)).toList();
  }

  @Override
  public List<LogEvent> serverEvents() {
    return launches.values().stream().flatMap(launch -> LaunchLog.of(launch).stream()).toList();
  }

  private static Participant participant(ServerLaunch launch, Instant now, Instances instances) {
    Optional<RecoveryInstance> instance = instances.find(launch.instanceId());
    return new Participant(
        launch.sourceServerId(),
        instances.launchStatus(launch, now),
        instance.filter(it -> it.namedAt(now)).map(RecoveryInstance::id));
  }
}
