package io.drsorchestrator.local.aws.drs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How servers behave that match by id or name.
 *
 * @param match an id or a name, {@code *} for any characters
 * @param launches for how many launches of a server this holds, counted from its first
 */
public record ServerBehaviour(String match, int launches, List<Disturbance> disturbances) {

  public ServerBehaviour {
    disturbances = List.copyOf(disturbances);
  }

  /** {@code disturbances} in all launches of the matching servers. */
  public static ServerBehaviour of(String match, Disturbance... disturbances) {
    return new ServerBehaviour(match, Integer.MAX_VALUE, List.of(disturbances));
  }

  /** The same behaviour for the first {@code count} launches only. */
  public ServerBehaviour forLaunches(int count) {
    return new ServerBehaviour(match, count, disturbances);
  }

  boolean concerns(SourceServer server, int launchNumber) {
    return launchNumber <= launches && (matches(server.sourceServerId()) || matches(server.name()));
  }

  LaunchPlan applyTo(LaunchPlan plan) {
    LaunchPlan result = plan;
    for (Disturbance disturbance : disturbances) {
      result = disturbance.applyTo(result);
    }
    return result;
  }

  private boolean matches(String text) {
    String regex = Pattern.quote(match).replace("*", "\\E.*\\Q");
    return Pattern.matches(regex, text);
  }
}
