package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** DescribeRecoveryInstances: those that DRS names and that are not yet gone. */
final class DescribeRecoveryInstances implements Operation {

  private static final int MAX_IDS = 200;

  @Override
  public ObjectNode answer(RegionalDrs drs, DrsRequest request, Instant now) {
    DrsRequest filters = request.inner("filters");
    List<String> ids = filters.ids("recoveryInstanceIDs", IdFormats.RECOVERY_INSTANCE, MAX_IDS);
    List<String> servers =
        filters.ids("sourceServerIDs", IdFormats.SOURCE_SERVER, Integer.MAX_VALUE);
    List<RecoveryInstance> instances =
        drs.instances().all().stream()
            .filter(instance -> instance.existsAt(now))
            .filter(instance -> Listing.wanted(ids, instance.id()))
            .filter(instance -> Listing.wanted(servers, instance.server().sourceServerId()))
            .toList();
    return Listing.answer(
        instances,
        RecoveryInstance::id,
        instance -> RecoveryInstanceJson.of(instance, drs.tags(), now),
        drs,
        request);
  }
}
