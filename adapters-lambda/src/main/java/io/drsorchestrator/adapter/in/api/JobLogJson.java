package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.instances.ReadJobLogs.JobLog;
import io.drsorchestrator.application.port.RecoveryInstances.LogEvent;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.collection.Vector;

/** What DRS logged in the jobs of an execution (contract 3.12). */
final class JobLogJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JobLogJson() {}

  static ObjectNode of(ExecutionId id, Vector<JobLog> logs) {
    var body = JsonNodeFactory.instance.objectNode().put("executionId", id.value());
    var elements = body.putArray("jobLogs");
    logs.map(JobLogJson::log).forEach(elements::add);
    return body;
  }

  private static ObjectNode log(JobLog log) {
    var element =
        JsonNodeFactory.instance
            .objectNode()
            .put("waveNumber", log.waveNumber())
            .put("jobId", log.job().value());
    var events = element.putArray("events");
    log.events().forEach(all -> all.map(JobLogJson::event).forEach(events::add));
    log.events().peekLeft(error -> element.put("error", error));
    return element;
  }

  private static ObjectNode event(LogEvent event) {
    var element = JsonNodeFactory.instance.objectNode().put("event", event.event());
    element.set("eventData", MAPPER.valueToTree(event.data().toJavaMap()));
    element.put("logDateTime", event.logDateTime().getOrElse(""));
    copy(event, "sourceServerID", element, "sourceServerId");
    copy(event, "rawError", element, "error");
    copy(event, "conversionServerID", element, "conversionServerId");
    return element;
  }

  private static void copy(LogEvent event, String from, ObjectNode element, String to) {
    event.data().get(from).forEach(value -> element.put(to, String.valueOf(value)));
  }
}
