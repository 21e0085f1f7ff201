package io.drsorchestrator.local.costs;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.costs.PollCosts.Cost;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Keeps the tables of {@code docs/poll-costs.md} true and within the budget of the design (section
 * 8). With {@code -Dpoll.costs=write} the document is written anew, processor time included.
 */
class PollCostsTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "poll-costs.md");

  private final Vector<Cost> costs = PollCosts.all();

  @Test
  void a_poll_of_up_to_a_hundred_servers_keeps_its_budget() throws IOException {
    costs.forEach(PollCostsTest::assertWithinBudget);
    var table = costs.map(Cost::row).mkString("\n");
    if ("write".equals(System.getProperty("poll.costs"))) {
      Files.writeString(DOCUMENT, document(table, ProcessorTime.table()));
    }

    assertThat(DOCUMENT).content().contains(table);
  }

  /** At most four reads, each of as many pages as its list has, and one write. */
  private static void assertWithinBudget(Cost cost) {
    assertThat(cost.kindsOfRead()).as(cost.row()).isLessThanOrEqualTo(4);
    assertThat(cost.calls("drs.DescribeJobs")).as(cost.row()).isEqualTo(1);
    assertThat(cost.calls("drs.DescribeSourceServers")).isLessThanOrEqualTo(cost.pages());
    assertThat(cost.calls("drs.DescribeRecoveryInstances")).isLessThanOrEqualTo(cost.pages());
    assertThat(cost.calls("ec2.DescribeInstances")).isLessThanOrEqualTo(cost.pages());
    assertThat(cost.calls("dynamodb.UpdateItem")).as(cost.row()).isEqualTo(1);
    assertThat(cost.calls("dynamodb.Query")).as(cost.row()).isEqualTo(1);
    assertThat(cost.calls("dynamodb.GetItem")).as(cost.row()).isLessThanOrEqualTo(1);
    assertThat(cost.report().retries()).isZero();
    assertThat(cost.report().warnings()).isEmpty();
  }

  private static String document(String costs, String processorTime) {
    return """
        # What a poll costs

        Written by `./mvnw test -pl local -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=PollCostsTest -Dpoll.costs=write`;
        `PollCostsTest` keeps the first table true. The real adapters poll a wave of one execution, with the real SDK clients over
        HTTP, against the simulated DRS and EC2 and DynamoDB Local.

        ## Calls and capacity

        A page is a call. RCU: the strongly consistent read of the item, and the second one where the changes of many servers
        are written as a list (`enrichment.md`). WCU: DynamoDB bills the whole item for each write, and again for each of the
        two indexes that hold it. DescribeJobLogItems comes on top in a poll that sees a new failure.

        | servers | page size | poll | DescribeJobs | DescribeSourceServers | DescribeRecoveryInstances | DescribeInstances | RCU | writes | WCU table | WCU indexes |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        %s

        ## Own processor time

        Of a poll during which servers are launching: requests, answers, decision and write, on one thread, without what AWS
        does. Median and middle half of 20 polls, after 40 of the largest wave to warm up. It is no test: it is written with the
        rest and depends on the machine. A poll reads the item of the whole plan, so the last rows have more servers in earlier
        waves, with all that is known of them.

        | servers in the wave | in the plan | milliseconds | half of them | microseconds a server of the plan |
        | --- | --- | --- | --- | --- |
        %s

        The time grows linearly with the servers: what a poll costs whatever its servers are is in the first row.
        """
        .formatted(costs, processorTime);
  }
}
