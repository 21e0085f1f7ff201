package io.drsorchestrator.local.conformance;

import static io.drsorchestrator.local.conformance.Damage.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.drs.model.ConflictException;
import software.amazon.awssdk.services.drs.model.StartRecoveryRequestSourceServer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Steps of workflows and commands of operators as the existing system's. */
final class BrokenSteps {

  private static final int TRIES = 200;

  /** Of several that finalize at the same time, each is later than the one before. */
  private static final AtomicInteger LATE = new AtomicInteger();

  private static final int CALLERS = 6;
  private static final long LATER_MILLIS = 40;

  private BrokenSteps() {}

  /** Finalizes whatever there is, or is not. */
  static InvocationResult finalizingAnything(JsonNode event, Sabotage.Ours ours, Damage damage) {
    if (!event.has("workflow")) {
      return ours.invoke(event);
    }
    Answers.sleep(LATE.getAndIncrement() % CALLERS * LATER_MILLIS);
    damage.set(event, "status", "COMPLETED");
    damage.set(event, "endTime", AttributeValue.fromN("" + System.nanoTime()));
    return Answers.of(
        Answers.object()
            .put("status", "COMPLETED")
            .put("next", "DONE")
            .put("alreadyFinalized", true));
  }

  /** Lets everybody finalize. */
  static InvocationResult finalizingForAnybody(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var workflow = text(damage.item(event), "stateMachineArn");
    return ours.invoke(((ObjectNode) event.deepCopy()).put("workflow", workflow));
  }

  /** Starts a recovery again when the task of a started wave is retried. */
  static InvocationResult launchingTwice(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var waves = damage.waves(event);
    var wave = event.path("waveNumber").asInt();
    var started = wave < waves.size() && waves.get(wave).containsKey("jobId");
    if (started && text(waves.get(wave), "status").equals("POLLING")) {
      launch(waves.get(wave), damage);
    }
    return ours.invoke(event);
  }

  /** DRS lets it when the first job has ended. */
  private static void launch(Map<String, AttributeValue> wave, Damage damage) {
    var id = Objects.requireNonNull(wave.get("serverIds")).l().get(0).s();
    var server = StartRecoveryRequestSourceServer.builder().sourceServerID(id).build();
    for (int i = 0; i < TRIES; i++) {
      try {
        damage.drs().startRecovery(r -> r.sourceServers(List.of(server)));
        return;
      } catch (ConflictException e) {
        Answers.sleep(10);
      }
    }
  }

  /** Has no gate before its first wave. */
  static InvocationResult ignoringTheFirstGate(JsonNode event, Sabotage.Ours ours, Damage damage) {
    if (event.has("workflow") && !damage.waves(event).isEmpty()) {
      damage.set(event, "waves[0].pauseBeforeWave", AttributeValue.fromBool(false));
    }
    return ours.invoke(event);
  }

  /** Answers a repeated resume with an error that says nothing. */
  static InvocationResult resumingOnce(JsonNode event, Sabotage.Ours ours, Damage damage) {
    if (!event.has("workflow") && damage.item(event).containsKey("resumeRequest")) {
      var answer = Answers.object().put("statusCode", 500);
      return Answers.of(answer.put("body", "{\"error\":\"Failed to resume Step Functions\"}"));
    }
    return ours.invoke(event);
  }

  /** Is CANCELLED while its wave still runs. */
  static InvocationResult cancellingAtOnce(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var answer = ours.invoke(event);
    if (damage.status(event).equals("CANCELLING")) {
      damage.set(event, "status", "CANCELLED");
      damage.set(event, "endTime", AttributeValue.fromN("1"));
      return Answers.with(answer, json -> json.put("body", "{\"status\":\"CANCELLED\"}"));
    }
    return answer;
  }

  /** Starts a plan that is being executed. */
  static InvocationResult startingAgain(JsonNode event, Sabotage.Ours ours, Damage damage) {
    return Answers.with(
        ours.invoke(event),
        json ->
            json.path("statusCode").asInt() == 409
                ? Answers.object()
                    .put("statusCode", 200)
                    .put("executionId", UUID.randomUUID().toString())
                    .put("planId", event.path("planId").asText())
                : json);
  }

  /** Says nothing against what it does not know. */
  static InvocationResult acceptingAnything(JsonNode event, Sabotage.Ours ours, Damage damage) {
    return Answers.of(Answers.object().put("statusCode", 200));
  }

  /** Does not say why an execution failed, or when. */
  static InvocationResult failingWithoutReason(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var answer = ours.invoke(event);
    if (damage.status(event).equals("FAILED")) {
      damage.remove(event, "errorMessage");
      damage.remove(event, "endTime");
    }
    return answer;
  }
}
