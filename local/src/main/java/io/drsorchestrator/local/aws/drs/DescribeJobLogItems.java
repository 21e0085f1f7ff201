package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.Json;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** DescribeJobLogItems: what happened in a job so far, the oldest first. */
final class DescribeJobLogItems implements Operation {

  @Override
  public ObjectNode answer(RegionalDrs drs, DrsRequest request, Instant now) {
    String id = request.id("jobID", IdFormats.JOB);
    Job job =
        drs.visibleJobs(now).stream()
            .filter(it -> it.header().jobId().equals(id))
            .findFirst()
            .orElseThrow(() -> DrsErrors.invalid("jobID", id + " does not exist").toException());
    List<LogEvent> log = job.logAt(now);
    List<Integer> lines = IntStream.range(0, log.size()).boxed().toList();
    return Listing.answer(lines, line -> id + line, line -> json(log.get(line)), drs, request);
  }

  private static JsonNode json(LogEvent event) {
    ObjectNode json = Json.object();
    json.put("logDateTime", Json.date(event.at()));
    json.put("event", event.event());
    json.set("eventData", Json.texts(event.data()));
    return json;
  }
}
