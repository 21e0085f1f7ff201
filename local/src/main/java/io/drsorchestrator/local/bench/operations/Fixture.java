package io.drsorchestrator.local.bench.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An execution of some shape at moments in the life of its last wave; its item can be put back to
 * each. All waves before are complete, and everything is on record as the handler has written it.
 *
 * @param launched the job of the wave has ended, and no poll has seen it yet
 * @param completed the wave is complete, and so are all
 * @param launching the job of the wave never ends, because of one of its servers; the others are up
 */
record Fixture(
    Bench bench,
    PlayedWorkflow workflow,
    Shape shape,
    Map<String, AttributeValue> launched,
    Map<String, AttributeValue> completed,
    Map<String, AttributeValue> launching)
    implements AutoCloseable {

  private static final String POLLED = "lastPolledTime";

  static Fixture of(Bench bench, Shape shape) {
    var plan = shape.plan(UUID.randomUUID().toString(), bench.fleet());
    bench.items().putPlan(plan);
    var workflow = PlayedWorkflow.start(bench, plan.path("planId").asText());
    var last = shape.waves() - 1;
    for (int wave = 0; wave < last; wave++) {
      workflow.launch(wave);
      workflow.complete(wave);
    }
    var before = item(bench, workflow);
    workflow.launch(last);
    var launched = item(bench, workflow);
    workflow.complete(last);
    var completed = item(bench, workflow);
    var servers = plan.path("waves").path(last).path("serverIds");
    bench.items().put(Items.replaced(before, others(servers, bench.fleet())));
    workflow.launch(last);
    var unused = bench.function().invoke(workflow.poll(last));
    return new Fixture(bench, workflow, shape, launched, completed, item(bench, workflow));
  }

  /** DRS ends what it has launched of a server before, and a job with the first never ends. */
  private static Map<String, String> others(JsonNode servers, Fleet fleet) {
    var others = new HashMap<String, String>();
    servers.forEach(
        server -> others.put(server.asText(), others.isEmpty() ? fleet.endless() : fleet.quick()));
    return others;
  }

  private static Map<String, AttributeValue> item(Bench bench, PlayedWorkflow workflow) {
    return bench.items().read(workflow.executionId(), workflow.planId());
  }

  void putBack(Map<String, AttributeValue> moment) {
    bench.items().put(moment);
  }

  /** While the wave is launched, and polled just now: the reconciler leaves it alone. */
  void putBackPolled() {
    putBack(polledAt(Instant.now()));
  }

  /** The same, and nobody has polled it for long: the reconciler does. */
  void putBackUnpolled() {
    putBack(polledAt(Instant.now().minusSeconds(600)));
  }

  private Map<String, AttributeValue> polledAt(Instant time) {
    var item = new HashMap<>(launching);
    item.put(POLLED, AttributeValue.fromN(Long.toString(time.getEpochSecond())));
    return item;
  }

  /** In kB, in steps of 4, as DynamoDB bills it, while the last wave is launched. */
  int kilobytes() {
    putBack(launching);
    return (int) (4 * bench.items().readUnits(workflow.executionId(), workflow.planId()));
  }

  /** Leaves nothing that a later execution could meet. */
  @Override
  public void close() {
    bench.workflows().stopExecution(request -> request.executionArn(workflow.arn()));
    bench.items().forgetExecutions();
  }
}
