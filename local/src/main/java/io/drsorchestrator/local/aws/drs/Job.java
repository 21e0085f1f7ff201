package io.drsorchestrator.local.aws.drs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A DRS job, of which past and future are known from the start. */
sealed interface Job permits LaunchJob, TerminateJob {

  JobHeader header();

  /** The source servers that this job keeps busy. */
  Set<String> sourceServerIds();

  /** The servers as the API shows them. */
  List<Participant> participantsAt(Instant now, Instances instances);

  /** What happens to the servers, in any order. */
  List<LogEvent> serverEvents();

  /** The log so far, in order. */
  default List<LogEvent> logAt(Instant now) {
    List<LogEvent> events = new ArrayList<>();
    events.add(new LogEvent(header().startsAt(), "JOB_START", Map.of()));
    serverEvents().stream().sorted(Comparator.comparing(LogEvent::at)).forEach(events::add);
    events.add(new LogEvent(header().endsAt(), "JOB_END", Map.of()));
    return events.stream().filter(event -> Forever.reached(event.at(), now)).toList();
  }
}
