package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;

/**
 * How the servers of a protection group shall be launched.
 *
 * @param common for every server that has none of its own
 * @param own of single servers, complete with what they take over from the group
 */
public record GroupLaunchSettings(LaunchSettings common, Map<SourceServerId, LaunchSettings> own) {

  public static final GroupLaunchSettings NONE =
      new GroupLaunchSettings(LaunchSettings.NONE, HashMap.empty());

  /** The settings of each of {@code servers} that has any. */
  public Vector<ServerSettings> of(Vector<SourceServerId> servers) {
    var shared = isShared(servers) ? common.forMany() : common;
    return servers
        .map(id -> Tuple.of(id, own.getOrElse(id, shared)))
        .reject(pair -> pair._2.isEmpty())
        .map(pair -> new ServerSettings(pair._1, pair._2));
  }

  /** Whether there is anything to do about {@code servers}. */
  public boolean concerns(Vector<SourceServerId> servers) {
    return !of(servers).isEmpty() || isTooMuchFor(servers);
  }

  /** Whether several servers shall have what only one of them can have, so that none gets it. */
  public boolean isTooMuchFor(Vector<SourceServerId> servers) {
    return isShared(servers) && !common.equals(common.forMany());
  }

  private boolean isShared(Vector<SourceServerId> servers) {
    return servers.count(id -> !own.containsKey(id)) > 1;
  }

  /** A server and how it shall be launched. */
  public record ServerSettings(SourceServerId server, LaunchSettings settings) {}
}
