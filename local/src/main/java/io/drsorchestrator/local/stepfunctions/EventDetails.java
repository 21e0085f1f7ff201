package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.asl.Payload;
import io.drsorchestrator.local.asl.Resource;
import io.drsorchestrator.local.asl.StateFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The details of history events. */
final class EventDetails {
  private EventDetails() {}

  static ObjectNode started(String input, String roleArn) {
    var details = Json.object().put("input", input);
    details.putObject("inputDetails").put("truncated", false);
    return details.put("roleArn", roleArn);
  }

  static ObjectNode entered(String state, Payload input) {
    var details = Json.object().put("name", state).put("input", input.text());
    details.putObject("inputDetails").put("truncated", false);
    return details;
  }

  static ObjectNode exited(String state, Payload output) {
    return withOutput(Json.object().put("name", state), output);
  }

  static ObjectNode succeeded(Payload output) {
    return withOutput(Json.object(), output);
  }

  static ObjectNode error(@Nullable String error, @Nullable String cause) {
    var details = Json.object();
    Optional.ofNullable(error).ifPresent(text -> details.put("error", text));
    Optional.ofNullable(cause).ifPresent(text -> details.put("cause", text));
    return details;
  }

  static ObjectNode task(Resource resource) {
    return Json.object().put("resourceType", resource.type()).put("resource", resource.action());
  }

  static ObjectNode taskOutput(Resource resource, Payload output) {
    return withOutput(task(resource), output);
  }

  static ObjectNode taskError(Resource resource, StateFailure failure) {
    return task(resource).setAll(error(failure.error(), failure.cause()));
  }

  private static ObjectNode withOutput(ObjectNode details, Payload output) {
    details.put("output", output.text()).putObject("outputDetails").put("truncated", false);
    return details;
  }
}
