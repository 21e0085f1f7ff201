package io.drsorchestrator.local.aws.drs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The log of one server's launch, past and future. */
final class LaunchLog {

  private final ServerLaunch launch;
  private final List<LogEvent> events = new ArrayList<>();

  private LaunchLog(ServerLaunch launch) {
    this.launch = launch;
  }

  static List<LogEvent> of(ServerLaunch launch) {
    LaunchLog log = new LaunchLog(launch);
    log.cleanup();
    boolean alive = log.snapshot() && log.conversion();
    if (alive) {
      log.launch();
    }
    return List.copyOf(log.events);
  }

  private void cleanup() {
    launch
        .replacedInstanceId()
        .ifPresent(
            instance -> {
              add(launch.times().start(), "CLEANUP_START", Map.of("targetInstanceID", instance));
              add(launch.times().cleaned(), "CLEANUP_END", Map.of("targetInstanceID", instance));
            });
  }

  private boolean snapshot() {
    if (launch.pinnedSnapshot()) {
      add(launch.times().cleaned(), "USING_PREVIOUS_SNAPSHOT", Map.of());
      return !fails(Stage.SNAPSHOT, Map.of());
    }
    add(launch.times().cleaned(), "SNAPSHOT_START", Map.of());
    return ends(Stage.SNAPSHOT, "SNAPSHOT_END", Map.of());
  }

  private boolean conversion() {
    Map<String, String> helper = Map.of("conversionServerID", launch.conversionServerId());
    add(launch.times().snapshotTaken(), "CONVERSION_START", helper);
    return ends(Stage.CONVERSION, "CONVERSION_END", helper);
  }

  private void launch() {
    Map<String, String> target =
        launch.failure().isPresent() ? Map.of() : Map.of("targetInstanceID", launch.instanceId());
    add(launch.times().converted(), "LAUNCH_START", target);
    fails(Stage.LAUNCH, Map.of());
  }

  private boolean ends(Stage stage, String event, Map<String, String> data) {
    if (fails(stage, data)) {
      return false;
    }
    add(launch.times().endOf(stage), event, data);
    return true;
  }

  private boolean fails(Stage stage, Map<String, String> data) {
    Optional<Failure> here = launch.failure().filter(failure -> failure.at() == stage);
    here.ifPresent(
        failure -> {
          Map<String, String> more = new HashMap<>(data);
          more.put("rawError", failure.reason());
          add(launch.times().endOf(stage), stage.failureEvent(), more);
        });
    return here.isPresent();
  }

  private void add(Instant at, String event, Map<String, String> data) {
    Map<String, String> more = new HashMap<>(data);
    more.put("sourceServerID", launch.sourceServerId());
    events.add(new LogEvent(at, event, Map.copyOf(more)));
  }
}
