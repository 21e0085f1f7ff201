package io.drsorchestrator.local.stepfunctions;

/** CloudWatch as state machines see it. */
@FunctionalInterface
public interface MetricSink {

  /** Records one call of putMetricData with {@code parametersJson}. */
  void putMetricData(String parametersJson);
}
