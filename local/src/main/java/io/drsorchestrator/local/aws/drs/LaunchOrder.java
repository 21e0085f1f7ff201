package io.drsorchestrator.local.aws.drs;

import java.util.List;
import java.util.Map;

/** What StartRecovery is asked to do, checked. */
record LaunchOrder(List<Target> targets, boolean drill, Map<String, String> tags) {

  /** A server and whether an older point in time of it is wanted. */
  record Target(SourceServer server, boolean pinnedSnapshot) {}
}
