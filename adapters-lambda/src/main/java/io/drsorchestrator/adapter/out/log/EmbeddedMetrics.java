package io.drsorchestrator.adapter.out.log;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import java.time.Instant;

/**
 * CloudWatch's embedded metric format: a line of the log says which of its fields are metrics, so
 * that no call is made for them and none of them can fail a wave.
 */
record EmbeddedMetrics(String namespace) {

  /** A number with its name and its unit. */
  record Metric(String name, String unit, long value) {

    static Metric count(String name, long value) {
      return new Metric(name, "Count", value);
    }

    static Metric millis(String name, long value) {
      return new Metric(name, "Milliseconds", value);
    }

    static Metric seconds(String name, long value) {
      return new Metric(name, "Seconds", value);
    }
  }

  /** Puts {@code metrics} into a line, if there are any. */
  void put(ObjectNode line, Instant time, Vector<Metric> metrics) {
    if (metrics.nonEmpty()) {
      line.set("_aws", directive(time, metrics));
      metrics.forEach(metric -> line.put(metric.name(), metric.value()));
    }
  }

  private ObjectNode directive(Instant time, Vector<Metric> metrics) {
    var json = JsonNodeFactory.instance.objectNode().put("Timestamp", time.toEpochMilli());
    var directive = json.putArray("CloudWatchMetrics").addObject().put("Namespace", namespace);
    directive.putArray("Dimensions").addArray();
    var names = directive.putArray("Metrics");
    metrics.forEach(m -> names.addObject().put("Name", m.name()).put("Unit", m.unit()));
    return json;
  }
}
