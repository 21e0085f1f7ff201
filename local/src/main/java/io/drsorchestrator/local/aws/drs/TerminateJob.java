package io.drsorchestrator.local.aws.drs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A job that terminates recovery instances; once it is completed, it names no servers any more. */
record TerminateJob(JobHeader header, List<Victim> victims) implements Job {

  /** An instance to be terminated. */
  record Victim(String sourceServerId, String instanceId, Termination termination) {

    private Stream<LogEvent> events() {
      Map<String, String> data =
          Map.of("sourceServerID", sourceServerId, "targetInstanceID", instanceId);
      return Stream.of(
          new LogEvent(termination.start(), "CLEANUP_START", data),
          new LogEvent(termination.end(), "CLEANUP_END", data));
    }

    private LaunchStatus statusAt(Instant now) {
      if (Forever.reached(termination.end(), now)) {
        return LaunchStatus.TERMINATED;
      }
      return Forever.reached(termination.start(), now)
          ? LaunchStatus.IN_PROGRESS
          : LaunchStatus.PENDING;
    }
  }

  @Override
  public Set<String> sourceServerIds() {
    return victims.stream().map(Victim::sourceServerId).collect(Collectors.toSet());
  }

  @Override
  public List<Participant> participantsAt(Instant now, Instances instances) {
    if (!header.activeAt(now)) {
      return List.of();
    }
    return victims.stream()
        .map(v -> new Participant(v.sourceServerId(), v.statusAt(now), Optional.of(v.instanceId())))
        .toList();
  }

  @Override
  public List<LogEvent> serverEvents() {
    return victims.stream().flatMap(Victim::events).toList();
  }
}
