package io.drsorchestrator.local.aws.drs;

import java.util.ArrayList;
import java.util.List;

/** The server behaviours in force; all that match apply, in order. */
final class Behaviours {

  private final List<ServerBehaviour> behaviours = new ArrayList<>();

  void add(ServerBehaviour behaviour) {
    behaviours.add(behaviour);
  }

  LaunchPlan disturb(LaunchPlan plan, SourceServer server, int launchNumber) {
    LaunchPlan result = plan;
    for (ServerBehaviour behaviour : behaviours) {
      if (behaviour.concerns(server, launchNumber)) {
        result = behaviour.applyTo(result);
      }
    }
    return result;
  }
}
