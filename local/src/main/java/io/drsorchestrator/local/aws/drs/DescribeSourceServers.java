package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** DescribeSourceServers. */
final class DescribeSourceServers implements Operation {

  private static final int MAX_IDS = 200;

  @Override
  public ObjectNode answer(RegionalDrs drs, DrsRequest request, Instant now) {
    DrsRequest filters = request.inner("filters");
    List<String> ids = filters.ids("sourceServerIDs", IdFormats.SOURCE_SERVER, MAX_IDS);
    List<String> accounts = filters.ids("stagingAccountIDs", IdFormats.ACCOUNT, MAX_IDS);
    List<SourceServer> servers =
        drs.servers().stream()
            .filter(server -> Listing.wanted(ids, server.sourceServerId()))
            .filter(server -> Listing.wanted(accounts, server.location().accountId()))
            .toList();
    SourceServerJson json = new SourceServerJson(drs, now);
    return Listing.answer(servers, SourceServer::sourceServerId, json::of, drs, request);
  }
}
