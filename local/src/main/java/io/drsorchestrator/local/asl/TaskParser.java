package io.drsorchestrator.local.asl;

import java.util.Set;

/** Reads a Task. */
final class TaskParser {
  private static final Set<String> SUPPORTED =
      Set.of(
          "Resource",
          "InputPath",
          "Parameters",
          "ResultSelector",
          "ResultPath",
          "OutputPath",
          "Retry",
          "Catch",
          "TimeoutSeconds",
          "TimeoutSecondsPath",
          "HeartbeatSeconds",
          "HeartbeatSecondsPath",
          "Next",
          "End");

  private TaskParser() {}

  static State parse(StateSource source) {
    source.allowOnly(SUPPORTED);
    var resource = resource(source.fields());
    TaskParameters.check(source.fields(), resource);
    var paths = resource.hasToken() ? source.pathsWithToken() : source.paths();
    var flow = new FlowParser(source.fields(), paths);
    return new TaskState(
        source.name(),
        resource,
        flow.parse(),
        limits(source, resource),
        new ErrorHandlingParser(source.fields(), flow).parse(),
        source.transition());
  }

  private static Resource resource(Fields fields) {
    var arn = fields.text("Resource");
    return Resource.of(arn)
        .orElseThrow(
            () ->
                fields.refusal(
                    "the resource '%s' is not supported, supported are %s"
                        .formatted(arn, Resource.supported())));
  }

  private static TaskLimits limits(StateSource source, Resource resource) {
    var fields = source.fields();
    if (!resource.hasToken()) {
      refuseHeartbeats(fields);
    }
    var timeout = fields.findWhole("TimeoutSeconds", 1, Seconds.MOST);
    var heartbeat = fields.findWhole("HeartbeatSeconds", 1, Seconds.MOST);
    if (heartbeat.isPresent() && heartbeat.get() >= timeout.orElse(Long.MAX_VALUE)) {
      throw fields.refusal("'HeartbeatSeconds' must be less than 'TimeoutSeconds'");
    }
    return new TaskLimits(
        source.seconds("TimeoutSeconds", 1), source.seconds("HeartbeatSeconds", 1));
  }

  private static void refuseHeartbeats(Fields fields) {
    if (fields.has("HeartbeatSeconds") || fields.has("HeartbeatSecondsPath")) {
      throw fields.refusal("heartbeats are supported only with .waitForTaskToken");
    }
  }
}
