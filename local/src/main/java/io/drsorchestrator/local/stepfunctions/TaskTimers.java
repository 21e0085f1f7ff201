package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.asl.Scope;
import io.drsorchestrator.local.asl.TaskLimits;
import io.drsorchestrator.local.time.Timer;
import java.time.Duration;
import java.util.Optional;

/** The time that one attempt of a Task has, and the time that it may be silent. */
final class TaskTimers {
  private static final Timer NONE = () -> {};

  private final Turns turns;
  private final Optional<Duration> timeout;
  private final Optional<Duration> heartbeat;
  private Timer timeoutTimer = NONE;
  private Timer heartbeatTimer = NONE;

  private TaskTimers(Turns turns, Optional<Duration> timeout, Optional<Duration> heartbeat) {
    this.turns = turns;
    this.timeout = timeout;
    this.heartbeat = heartbeat;
  }

  static TaskTimers of(TaskLimits limits, Scope selected, Turns turns) {
    return new TaskTimers(
        turns,
        limits.timeout().map(seconds -> seconds.in(selected)),
        limits.heartbeat().map(seconds -> seconds.in(selected)));
  }

  void describe(ObjectNode details) {
    timeout.ifPresent(time -> details.put("timeoutInSeconds", time.toSeconds()));
    heartbeat.ifPresent(time -> details.put("heartbeatInSeconds", time.toSeconds()));
  }

  void startTimeout(Runnable onTimeout) {
    timeoutTimer = started(timeout, onTimeout);
  }

  void restartHeartbeat(Runnable onSilence) {
    heartbeatTimer.cancel();
    heartbeatTimer = started(heartbeat, onSilence);
  }

  void cancel() {
    timeoutTimer.cancel();
    heartbeatTimer.cancel();
  }

  private Timer started(Optional<Duration> time, Runnable task) {
    return time.map(left -> turns.at(turns.now().plus(left), task)).orElse(NONE);
  }
}
