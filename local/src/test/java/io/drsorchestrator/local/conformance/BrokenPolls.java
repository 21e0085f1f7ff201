package io.drsorchestrator.local.conformance;

import static io.drsorchestrator.local.conformance.Damage.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Polls as the existing system's, or as bad ones might be. */
final class BrokenPolls {

  private static final int RACE_MILLIS = 40;

  private BrokenPolls() {}

  /** Finishes an execution when all waves that have started are COMPLETED. */
  static InvocationResult finishing(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var answer = ours.invoke(event);
    var started =
        damage.waves(event).stream().filter(w -> !text(w, "status").equals("PENDING")).toList();
    if (!started.isEmpty() && started.stream().allMatch(BrokenPolls::isCompleted)) {
      damage.set(event, "status", "COMPLETED");
      damage.set(event, "endTime", AttributeValue.fromN("1"));
    }
    return answer;
  }

  private static boolean isCompleted(Map<String, AttributeValue> wave) {
    return text(wave, "status").equals("COMPLETED");
  }

  /** Takes the waves that are in the list for those of the plan. */
  static InvocationResult counting(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var all = damage.waves(event).stream().allMatch(BrokenPolls::isCompleted);
    return Answers.with(ours.invoke(event), json -> json.put("allWavesComplete", all));
  }

  /** Writes the whole list of waves, those that it has not polled from its old copy. */
  static InvocationResult fromAnOldCopy(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var old = damage.waves(event);
    Answers.sleep(RACE_MILLIS);
    var answer = ours.invoke(event);
    var now = damage.waves(event);
    var merged = new ArrayList<AttributeValue>();
    for (int n = 0; n < Math.min(old.size(), now.size()); n++) {
      var polled = old.get(n).containsKey("jobId");
      merged.add(AttributeValue.fromM(polled ? now.get(n) : old.get(n)));
    }
    if (!merged.isEmpty()) {
      damage.set(event, "waves", AttributeValue.fromL(merged));
    }
    return answer;
  }

  /** Writes the status of the execution at every poll. */
  static InvocationResult writingPolling(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var answer = ours.invoke(event);
    if (!damage.item(event).isEmpty()) {
      damage.set(event, "status", "POLLING");
    }
    return answer;
  }

  /** Takes the job's end for the success of its servers. */
  static InvocationResult byTheJob(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var answer = ours.invoke(event);
    eachWave(event, damage, "FAILED", path -> damage.set(event, path + ".status", "COMPLETED"));
    return answer;
  }

  /** Makes a wave ERROR for ever when DRS does not answer. */
  static InvocationResult takingThrottlesForErrors(
      JsonNode event, Sabotage.Ours ours, Damage damage) {
    var answer = ours.invoke(event);
    if (isThrottled(event, damage)) {
      damage.set(event, "waves[0].status", "ERROR");
    }
    return answer;
  }

  /** Fails the execution when DRS does not answer. */
  static InvocationResult failingWhenThrottled(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var answer = ours.invoke(event);
    if (isThrottled(event, damage) && event.has("workflow")) {
      damage.set(event, "status", "FAILED");
      return Answers.with(answer, json -> json.put("status", "FAILED").put("next", "FAIL"));
    }
    return answer;
  }

  private static boolean isThrottled(JsonNode event, Damage damage) {
    return damage.waves(event).stream()
        .limit(1)
        .anyMatch(wave -> text(wave, "region").equals(Fleet.THROTTLED));
  }

  /** Replaces what is known of servers by what the last answer has. */
  static InvocationResult forgetting(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var answer = ours.invoke(event);
    for (var status : List.of("POLLING", "COMPLETED")) {
      eachWave(
          event,
          damage,
          status,
          path -> {
            damage.set(event, path + ".serverStatuses[0].launchTime", AttributeValue.fromN("0"));
            damage.set(event, path + ".serverStatuses[0].serverName", "");
          });
    }
    return answer;
  }

  /** Stores no end of a wave. */
  static InvocationResult withoutTheEnd(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var answer = ours.invoke(event);
    eachWave(event, damage, "COMPLETED", path -> damage.remove(event, path + ".endTime"));
    return answer;
  }

  /** Stores fields of AWS under their own names. */
  static InvocationResult inPascalCase(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var answer = ours.invoke(event);
    eachWave(
        event,
        damage,
        "COMPLETED",
        path -> damage.set(event, path + ".serverStatuses[0].InstanceType", "m5.large"));
    return answer;
  }

  /** Writes the item as it knows it, and nothing else is left. */
  static InvocationResult droppingForeignFields(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var answer = ours.invoke(event);
    if (damage.item(event).containsKey("foreign")) {
      damage.remove(event, "foreign");
    }
    return answer;
  }

  /** Tells the task token. */
  static InvocationResult tellingTheToken(JsonNode event, Sabotage.Ours ours, Damage damage) {
    var token = text(damage.item(event), "taskToken");
    return Answers.with(ours.invoke(event), json -> json.put("taskToken", token));
  }

  private static void eachWave(
      JsonNode event, Damage damage, String status, Consumer<String> change) {
    var waves = damage.waves(event);
    for (int n = 0; n < waves.size(); n++) {
      if (text(waves.get(n), "status").equals(status)
          && !waves
              .get(n)
              .getOrDefault("serverStatuses", AttributeValue.fromL(List.of()))
              .l()
              .isEmpty()) {
        change.accept("waves[" + n + "]");
      }
    }
  }
}
