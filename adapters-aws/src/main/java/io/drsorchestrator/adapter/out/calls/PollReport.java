package io.drsorchestrator.adapter.out.calls;

import io.vavr.collection.SortedMap;
import io.vavr.collection.Vector;
import java.time.Duration;

/**
 * What one poll has cost.
 *
 * @param calls by service and operation, such as {@code drs.DescribeJobs}; a page is a call
 * @param retries attempts of the SDK after the first of each call
 * @param throttles attempts that DRS or EC2 answered with "too many"
 * @param warnings what the poll had to do without
 */
public record PollReport(
    String executionId,
    SortedMap<String, Integer> calls,
    int retries,
    int throttles,
    Duration duration,
    Vector<String> warnings) {

  /** The requests that were sent, repeated ones included. */
  public int requests() {
    return calls.values().sum().intValue() + retries;
  }
}
