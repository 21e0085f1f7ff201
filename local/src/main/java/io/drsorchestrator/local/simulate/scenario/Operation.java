package io.drsorchestrator.local.simulate.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The operations of the handler, told apart by what they are for and who asks for them. */
public enum Operation {
  /** An operator starts the plan. */
  CREATE,
  /** The workflow's first state. */
  ADOPT,
  START_WAVE,
  POLL,
  /** The workflow waits at a gate, with a token. */
  HOLD,
  /** An operator's wish to pause before the next wave. */
  PAUSE,
  /** The workflow goes on after a gate. */
  GO_ON,
  /** An operator lifts a gate. */
  RESUME,
  CANCEL,
  /** The workflow reads again, records an end, or gives up. */
  UPDATE,
  FINALIZE,
  FIND,
  /** EventBridge tells that a workflow has ended. */
  WORKFLOW_ENDED;

  /** What an event asks the handler for. */
  public static Operation of(JsonNode event) {
    if (event.path("source").asText().equals("aws.events")) {
      return FIND;
    }
    if (event.path("source").asText().equals("aws.states")) {
      return WORKFLOW_ENDED;
    }
    if (event.has("httpMethod")) {
      return ofRoute(event.path("resource").asText());
    }
    return named(event.path("operation").asText(), event.has("workflow"));
  }

  private static Operation ofRoute(String resource) {
    return resource.equals("/executions")
        ? CREATE
        : named(resource.substring(resource.lastIndexOf('/') + 1), false);
  }

  private static Operation named(String name, boolean byWorkflow) {
    return switch (name) {
      case "create" -> byWorkflow ? ADOPT : CREATE;
      case "startWave" -> START_WAVE;
      case "pause" -> byWorkflow ? HOLD : PAUSE;
      case "resume" -> byWorkflow ? GO_ON : RESUME;
      default -> valueOf(name.toUpperCase(Locale.ROOT));
    };
  }

  /** Whether a state machine asks for it, and tries again without an answer. */
  public boolean isWorkflows() {
    return switch (this) {
      case ADOPT, START_WAVE, POLL, HOLD, GO_ON, UPDATE, FINALIZE -> true;
      case CREATE, PAUSE, RESUME, CANCEL, FIND, WORKFLOW_ENDED -> false;
    };
  }
}
