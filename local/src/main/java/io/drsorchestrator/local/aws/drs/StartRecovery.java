package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** StartRecovery: one job for all servers or a refusal of the whole call; never idempotent. */
final class StartRecovery implements Operation {

  private static final String FIELD = "sourceServers";
  private static final int MAX_SERVERS = 200;

  @Override
  public ObjectNode answer(RegionalDrs drs, DrsRequest request, Instant now) {
    LaunchOrder order = order(drs, request);
    Admission.at(now, drs).check(ids(order));
    order.targets().forEach(target -> checkRecoverable(target.server()));
    LaunchJob job = LaunchScheduling.schedule(drs, order, now);
    ObjectNode answer = Json.object();
    answer.set("job", JobJson.of(drs.stateOf(job, now)));
    return answer;
  }

  private static LaunchOrder order(RegionalDrs drs, DrsRequest request) {
    List<LaunchOrder.Target> targets = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode item : request.body().path(FIELD)) {
      LaunchOrder.Target target = target(drs, new DrsRequest(request.path(), item));
      if (!ids.add(target.server().sourceServerId())) {
        throw DrsErrors.invalid(FIELD, "must not name a server twice").toException();
      }
      targets.add(target);
    }
    if (targets.isEmpty() || targets.size() > MAX_SERVERS) {
      throw DrsErrors.invalid(FIELD, "must have 1 to " + MAX_SERVERS + " items").toException();
    }
    return new LaunchOrder(targets, request.flag("isDrill").orElse(false), request.textMap("tags"));
  }

  private static LaunchOrder.Target target(RegionalDrs drs, DrsRequest item) {
    String id = item.id("sourceServerID", IdFormats.SOURCE_SERVER);
    boolean pinned = item.text("recoverySnapshotID").isPresent();
    if (pinned) {
      item.id("recoverySnapshotID", IdFormats.SNAPSHOT);
    }
    return new LaunchOrder.Target(drs.server(id), pinned);
  }

  private static Set<String> ids(LaunchOrder order) {
    return order.targets().stream()
        .map(target -> target.server().sourceServerId())
        .collect(Collectors.toSet());
  }

  private static void checkRecoverable(SourceServer server) {
    if (!server.replicationState().recoverable()) {
      throw DrsErrors.invalid(
              "sourceServerID",
              server.sourceServerId()
                  + " cannot be recovered, its data replication is "
                  + server.replicationState())
          .toException();
    }
  }
}
