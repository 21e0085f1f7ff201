package io.drsorchestrator.local.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.local.aws.drs.SourceServer;
import io.drsorchestrator.local.aws.drs.SourceServers;
import io.drsorchestrator.local.aws.input.InvalidInputException;
import io.drsorchestrator.local.aws.scenario.Scenario;
import io.drsorchestrator.local.aws.scenario.ScenarioReader;
import io.drsorchestrator.local.aws.sts.TargetRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A plan file: the items of a recovery plan, of its protection groups and of the accounts that they
 * are in, as the tables hold them; the source servers that DRS shall know; and what may go wrong.
 *
 * @param planId of the plan
 * @param targetAccounts besides the account of the orchestrator
 * @param scenario nothing goes wrong unless the file says so
 */
public record PlanFile(
    String planId,
    JsonNode plan,
    List<JsonNode> protectionGroups,
    List<JsonNode> targetAccounts,
    List<SourceServer> sourceServers,
    Scenario scenario) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<JsonNode> NO_ITEMS = List.of();

  /** The account of everything that names none. */
  public static final String ACCOUNT = "111122223333";

  /** The plan in {@code json}, or an {@link InvalidInputException} with one line. */
  public static PlanFile parse(String json) {
    var root = read(json);
    var servers = SourceServers.parse(list(root, "sourceServers").toString(), ACCOUNT);
    var groups = items(list(root, "protectionGroups"));
    var accounts = root.has("targetAccounts") ? items(list(root, "targetAccounts")) : NO_ITEMS;
    var plan = object(root, "plan");
    new AccountsCheck(groups, accounts).check();
    new PlanFileCheck(plan, groups, servers).check();
    return new PlanFile(
        plan.get("planId").asText(), plan, groups, accounts, servers, scenario(root));
  }

  /** The same plan, with other things that go wrong. */
  public PlanFile withScenario(Scenario other) {
    return new PlanFile(planId, plan, protectionGroups, targetAccounts, sourceServers, other);
  }

  /** The role of each target account, as its item says; the items' defaults are the contract's. */
  public List<TargetRole> targetRoles() {
    return targetAccounts.stream().map(PlanFile::targetRole).toList();
  }

  private static TargetRole targetRole(JsonNode account) {
    return new TargetRole(
        account.path("accountId").asText(),
        account.path("assumeRoleName").asText("DRSOrchestrationCrossAccountRole"),
        Optional.of(account.path("externalId").asText("drs-orchestration-cross-account")));
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      var line = e.getLocation() == null ? "?" : "" + e.getLocation().getLineNr();
      throw new InvalidInputException("line " + line, "not JSON", "a JSON object");
    }
  }

  private static Scenario scenario(JsonNode root) {
    return root.hasNonNull("scenario")
        ? ScenarioReader.parse(root.get("scenario").toString())
        : Scenario.CALM;
  }

  private static JsonNode object(JsonNode root, String field) {
    var node = root.path(field);
    if (!node.isObject()) {
      throw new InvalidInputException(field, shown(node), "a JSON object");
    }
    return node;
  }

  private static JsonNode list(JsonNode root, String field) {
    var node = root.path(field);
    if (!node.isArray()) {
      throw new InvalidInputException(field, shown(node), "a list of JSON objects");
    }
    return node;
  }

  private static List<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  static String shown(JsonNode node) {
    return node.isMissingNode() ? "absent" : node.toString();
  }
}
