package io.drsorchestrator.reuse;

import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.ServerObservation;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Backups that are restored at once; those of {@code broken} cannot be. */
final class Tapes implements Restores {

  final List<String> started = Collections.synchronizedList(new ArrayList<>());

  @Override
  public JobId start(Vector<SourceServerId> machines) {
    var machine = machines.head().value();
    started.add(machine);
    return new JobId("restore-" + machine);
  }

  @Override
  public JobObservation look(JobId job) {
    var machine = job.value().substring("restore-".length());
    return new JobObservation(
        Option.some(new JobState("COMPLETED", Option.none(), Option.none())),
        HashMap.of(new SourceServerId(machine), ServerObservation.of(status(machine))));
  }

  private static LaunchStatus status(String machine) {
    return machine.equals("broken") ? LaunchStatus.FAILED : LaunchStatus.LAUNCHED;
  }
}
