package io.drsorchestrator.conformance;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The system under test: its function, its tables and the DRS that it uses.
 *
 * @param patience how long something that must happen may take
 */
record Target(FunctionAddress function, Tables tables, Fleet fleet, Duration patience) {

  /** Where Lambda's Invoke API answers for the function, and what the function is called. */
  record FunctionAddress(URI lambda, String name) {}

  /** Where the tables of the contract (2.1) are, what they are called, and whose they are. */
  record Tables(URI dynamoDb, String executions, String plans, String groups, String account) {}

  /**
   * What DRS knows: servers that launch, ones whose launches fail, and a Region whose DRS answers
   * DescribeJobs with ThrottlingException.
   */
  record Fleet(
      URI drs, String region, List<String> servers, List<String> failing, String throttled) {}

  /** The account of the target. */
  String account() {
    return tables.account();
  }

  static Target of(Settings settings) {
    return new Target(
        new FunctionAddress(
            settings.address("lambda"), settings.text("function", "execution-handler")),
        tables(settings),
        fleet(settings),
        Duration.ofSeconds(settings.number("patienceSeconds", 30)));
  }

  private static Tables tables(Settings settings) {
    return new Tables(
        settings.address("dynamodb"),
        settings.text("executionHistoryTable", "drs-execution-history-local"),
        settings.text("recoveryPlansTable", "drs-recovery-plans-local"),
        settings.text("protectionGroupsTable", "drs-protection-groups-local"),
        settings.text("account", "111122223333"));
  }

  private static Fleet fleet(Settings settings) {
    return new Fleet(
        settings.address("drs"),
        settings.text("region", "us-east-1"),
        settings.list("servers"),
        settings.list("failingServers"),
        settings.text("throttledRegion", ""));
  }
}
