package io.drsorchestrator.local.stepfunctions;

/** What Step Functions needs of the world around it. */
public record Ports(LambdaInvoker lambda, MetricSink metrics, ExecutionListener listener) {

  /** Only Lambda: metrics and status changes go nowhere. */
  public static Ports of(LambdaInvoker lambda) {
    return new Ports(lambda, parameters -> {}, execution -> {});
  }
}
