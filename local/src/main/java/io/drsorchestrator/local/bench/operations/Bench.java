package io.drsorchestrator.local.bench.operations;

import java.io.IOException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The function in this process, the endpoints in another, and what prepares executions there. */
record Bench(
    ServedEndpoints endpoints,
    BenchFunction function,
    Items items,
    SfnClient workflows,
    Fleet fleet)
    implements AutoCloseable {

  static Bench start() throws IOException {
    var endpoints = ServedEndpoints.start();
    return new Bench(
        endpoints,
        new BenchFunction(endpoints.environment()),
        new Items(),
        SfnClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
        Fleet.first());
  }

  /** The same in the other Region. */
  Bench elsewhere() {
    return new Bench(endpoints, function, items, workflows, Fleet.second());
  }

  /** The workflow of an execution: it has the execution's name. */
  String workflow(String executionId) {
    var machine = endpoints.environment().getOrDefault("STATE_MACHINE_ARN", "");
    return machine.replace(":stateMachine:", ":execution:") + ":" + executionId;
  }

  @Override
  public void close() throws IOException {
    function.close();
    items.close();
    workflows.close();
    endpoints.close();
  }
}
