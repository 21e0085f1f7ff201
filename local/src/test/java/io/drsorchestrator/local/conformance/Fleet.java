package io.drsorchestrator.local.conformance;

import io.drsorchestrator.local.aws.SimulatedAws;
import io.drsorchestrator.local.aws.drs.SourceServers;
import io.drsorchestrator.local.aws.scenario.ScenarioReader;
import io.drsorchestrator.local.plan.PlanFile;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The servers that the suite expects in DRS, and what goes wrong there. */
final class Fleet {

  static final String ACCOUNT = PlanFile.ACCOUNT;
  static final String REGION = "us-east-1";
  private static final int FAILING = 40;

  /** Here DRS cannot say what became of a job. */
  static final String THROTTLED = "eu-central-1";

  private static final int HEALTHY = 200;
  private static final String SCENARIO =
      """
      {"timings": {"startSeconds": [1, 1], "cleanupSeconds": [1, 1], "pendingSeconds": [1, 1],
                   "inProgressSeconds": [1, 1], "endSeconds": [10, 10]},
       "quotas": {"serversPerJob": 100, "concurrentJobs": 500, "serversInAllJobs": 500},
       "servers": [{"match": "failing*", "fail": {"at": "launch", "reason": "no capacity"}}],
       "faults": [{"service": "drs", "operation": "DescribeJobs", "region": "%s",
                   "effect": "throttle"}]}
      """
          .formatted(THROTTLED);

  private Fleet() {}

  static SimulatedAws aws(InstantSource clock) {
    return SimulatedAws.at(clock)
        .scenario(ScenarioReader.parse(SCENARIO))
        .sourceServers(SourceServers.parse(servers(), ACCOUNT))
        .build();
  }

  static List<String> healthy() {
    return IntStream.rangeClosed(1, HEALTHY).mapToObj("s-%017x"::formatted).toList();
  }

  static List<String> failing() {
    return IntStream.rangeClosed(1, FAILING).mapToObj("s-fa%015x"::formatted).toList();
  }

  private static String servers() {
    return Stream.concat(
            healthy().stream().map(id -> server(id, "server-" + id, REGION)),
            failing().stream().map(id -> server(id, "failing-" + id, REGION)))
        .collect(
            Collectors.joining(
                ",", "[", ",%s]".formatted(server("s-00000000000007007", "throttled", THROTTLED))));
  }

  private static String server(String id, String name, String region) {
    return "{\"sourceServerId\":\"%s\",\"name\":\"%s\",\"region\":\"%s\"}"
        .formatted(id, name, region);
  }
}
