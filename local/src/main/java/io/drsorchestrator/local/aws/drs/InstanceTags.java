package io.drsorchestrator.local.aws.drs;

import java.util.HashMap;
import java.util.Map;

/** The tags that DRS puts on the instances it launches. */
final class InstanceTags {

  private InstanceTags() {}

  static Map<String, String> of(SourceServer server, LaunchConfiguration wish, Tags tags) {
    Map<String, String> all = new HashMap<>();
    if (wish.copyTags()) {
      all.putAll(tags.of(server.arn()));
    }
    all.put("Name", server.name());
    all.put("AWSElasticDisasterRecoveryManaged", "drs.amazonaws.com");
    all.put("AWSElasticDisasterRecoverySourceServerID", server.sourceServerId());
    return Map.copyOf(all);
  }
}
