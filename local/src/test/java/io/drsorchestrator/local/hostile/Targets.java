package io.drsorchestrator.local.hostile;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.drsorchestrator.local.system.LocalSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is on record and worth attacking. */
final class Targets {

  static final String PLAN = "8a1de9a4-2c0d-4a5b-8f3e-0a6f6d1c2b77";
  static final String PAUSED = "11111111-6f7b-4b62-9d6a-6f6f1b3c8a10";
  static final String POLLING = "22222222-6f7b-4b62-9d6a-6f6f1b3c8a10";
  static final String COMPLETED = "33333333-6f7b-4b62-9d6a-6f6f1b3c8a10";
  static final String LOCK = "execution-lock-" + PLAN;
  static final String TOKEN = "task-token-that-nobody-may-see";
  private static final String GROUP = "5c1de9a4-2c0d-4a5b-8f3e-0a6f6d1c2b77";
  private static final String STARTED = "1769430000";

  private Targets() {}

  static void store(DynamoDbClient tables) {
    for (var item :
        List.of(
            execution(PAUSED, "PAUSED", "COMPLETED"),
            execution(POLLING, "POLLING", "POLLING"),
            execution(COMPLETED, "COMPLETED", "COMPLETED"),
            lock())) {
      tables.putItem(put -> put.tableName(LocalSystem.TABLES.executionHistory()).item(item));
    }
    tables.putItem(put -> put.tableName(LocalSystem.TABLES.recoveryPlans()).item(plan()));
    tables.putItem(put -> put.tableName(LocalSystem.TABLES.protectionGroups()).item(group()));
  }

  private static Map<String, AttributeValue> execution(String id, String status, String wave) {
    var item = new HashMap<String, AttributeValue>();
    item.put("executionId", fromS(id));
    item.put("planId", fromS(PLAN));
    item.put("planName", fromS("Three tier app"));
    item.put("executionType", fromS("DRILL"));
    item.put("status", fromS(status));
    item.put("startTime", fromN(STARTED));
    item.put("initiatedBy", fromS("operator@example.com"));
    item.put("accountContext", fromM(Map.of("accountId", fromS("111122223333"))));
    item.put("totalWaves", fromN("2"));
    item.put("completedWaves", fromN("1"));
    item.put("stateMachineArn", fromS("arn:aws:states:us-east-1:111122223333:execution:drs:" + id));
    item.put(
        "waves",
        fromL(
            List.of(wave(0, wave), wave(1, status.equals("COMPLETED") ? "COMPLETED" : "PENDING"))));
    if (status.equals("PAUSED")) {
      item.put("taskToken", fromS(TOKEN));
      item.put("pausedBeforeWave", fromN("1"));
    }
    if (status.equals("COMPLETED")) {
      item.put("completedWaves", fromN("2"));
      item.put("endTime", fromN("1769435000"));
    }
    return item;
  }

  private static AttributeValue wave(int number, String status) {
    var wave = new HashMap<String, AttributeValue>();
    wave.put("waveNumber", fromN(Integer.toString(number)));
    wave.put("waveName", fromS("Wave " + (number + 1)));
    wave.put("status", fromS(status));
    wave.put("protectionGroupId", fromS(GROUP));
    wave.put("serverIds", fromL(List.of(fromS("s-1111111111111111" + number))));
    wave.put("pauseBeforeWave", fromBool(number == 1));
    if (!status.equals("PENDING")) {
      wave.put("jobId", fromS("drsjob-0123456789abcdef" + number));
      wave.put("region", fromS("us-east-1"));
      wave.put("startTime", fromN(STARTED));
    }
    return fromM(wave);
  }

  private static Map<String, AttributeValue> lock() {
    return Map.of(
        "executionId", fromS(LOCK),
        "planId", fromS(PLAN),
        "status", fromS("LOCK"),
        "startTime", fromN(STARTED),
        "lockExpiry", fromN("1769430030"));
  }

  private static Map<String, AttributeValue> plan() {
    return Map.of(
        "planId", fromS(PLAN),
        "planName", fromS("Three tier app"),
        "waves",
            fromL(
                List.of(
                    fromM(
                        Map.of(
                            "waveNumber", fromN("0"),
                            "waveName", fromS("Wave 1"),
                            "protectionGroupId", fromS(GROUP),
                            "serverIds", fromL(List.of(fromS("s-11111111111111110"))))))));
  }

  private static Map<String, AttributeValue> group() {
    return Map.of(
        "groupId", fromS(GROUP), "groupName", fromS("Group"), "region", fromS("us-east-1"));
  }
}
