package io.drsorchestrator.local.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.aws.api.AwsLocation;
import io.drsorchestrator.local.aws.drs.SourceServer;
import io.drsorchestrator.local.aws.input.InvalidInputException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What makes a plan file one that can be run. */
final class PlanFileCheck {

  private static final int MAX_SERVERS = 100;

  private final JsonNode plan;
  private final List<JsonNode> groups;
  private final Map<String, AwsLocation> knownServers;

  PlanFileCheck(JsonNode plan, List<JsonNode> groups, List<SourceServer> servers) {
    this.plan = plan;
    this.groups = groups;
    this.knownServers =
        servers.stream()
            .collect(Collectors.toMap(SourceServer::sourceServerId, SourceServer::location));
  }

  void check() {
    text(plan, "plan.planId", "planId");
    var waves = plan.path("waves");
    if (!waves.isArray() || waves.isEmpty()) {
      throw new InvalidInputException("plan.waves", PlanFile.shown(waves), "at least one wave");
    }
    checkNumbers(waves);
    for (int i = 0; i < waves.size(); i++) {
      checkWave("plan.waves[" + i + "]", waves.get(i));
    }
  }

  /** Waves run in the order of the list, and the list says so itself. */
  private static void checkNumbers(JsonNode waves) {
    var seen = new HashSet<Integer>();
    for (int i = 0; i < waves.size(); i++) {
      var field = "plan.waves[" + i + "].waveNumber";
      var number = waves.get(i).path("waveNumber");
      if (number.isInt() && !seen.add(number.intValue())) {
        throw new InvalidInputException(field, number + ", as in an earlier wave", "each once");
      }
      if (!number.isInt() || number.intValue() != i) {
        throw new InvalidInputException(field, PlanFile.shown(number), "its position, " + i);
      }
    }
  }

  private void checkWave(String path, JsonNode wave) {
    var groupId = text(wave, path + ".protectionGroupId", "protectionGroupId");
    var group = group(groupId);
    if (group.isEmpty()) {
      throw new InvalidInputException(
          path + ".protectionGroupId", groupId, "a groupId of protectionGroups");
    }
    var servers = wave.path("serverIds");
    var selectsByTags = !group.get().path("serverSelectionTags").isEmpty();
    if (servers.isEmpty() && !selectsByTags) {
      throw new InvalidInputException(
          path + ".serverIds", "empty", "at least one server, or a group with tags");
    }
    if (servers.size() > MAX_SERVERS) {
      throw new InvalidInputException(
          path + ".serverIds",
          "a list of " + servers.size(),
          "at most " + MAX_SERVERS + " servers in a wave");
    }
    servers.forEach(
        server -> checkKnown(path + ".serverIds", server.asText(), location(group.get())));
  }

  /** A wave is one job, and a job is of one account and Region. */
  private void checkKnown(String path, String serverId, AwsLocation expected) {
    var known = knownServers.get(serverId);
    if (known == null) {
      throw new InvalidInputException(path, serverId, "a sourceServerId of sourceServers");
    }
    if (!known.equals(expected)) {
      throw new InvalidInputException(
          path, serverId + " in " + shown(known), "servers of its group's " + shown(expected));
    }
  }

  private static AwsLocation location(JsonNode group) {
    return new AwsLocation(
        group.path("accountId").asText(PlanFile.ACCOUNT), group.path("region").asText("us-east-1"));
  }

  private static String shown(AwsLocation location) {
    return location.accountId() + " " + location.region();
  }

  private Optional<JsonNode> group(String id) {
    return groups.stream().filter(group -> group.path("groupId").asText().equals(id)).findFirst();
  }

  private static String text(JsonNode node, String path, String field) {
    var value = node.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new InvalidInputException(path, PlanFile.shown(value), "a text that is not blank");
    }
    return value.asText();
  }
}
