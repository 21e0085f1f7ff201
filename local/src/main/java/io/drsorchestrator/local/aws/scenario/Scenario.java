package io.drsorchestrator.local.aws.scenario;

import io.drsorchestrator.local.aws.drs.DrsSettings;
import io.drsorchestrator.local.aws.drs.ServerBehaviour;
import io.drsorchestrator.local.aws.fault.Fault;
import java.util.List;

/**
 * What a simulation is like: settings, how servers behave in launches, and which API calls fail.
 *
 * @param description for people
 */
public record Scenario(
    String description, DrsSettings settings, List<ServerBehaviour> servers, List<Fault> faults) {

  /** Nothing goes wrong. */
  public static final Scenario CALM =
      new Scenario("nothing goes wrong", DrsSettings.DEFAULT, List.of(), List.of());

  public Scenario {
    servers = List.copyOf(servers);
    faults = List.copyOf(faults);
  }

  /** The same scenario with other settings. */
  public Scenario withSettings(DrsSettings other) {
    return new Scenario(description, other, servers, faults);
  }
}
