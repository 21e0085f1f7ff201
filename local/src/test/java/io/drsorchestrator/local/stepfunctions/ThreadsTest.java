package io.drsorchestrator.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.asl.StateMachineDefinition;
import io.drsorchestrator.local.time.ScaledScheduler;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Executions whose functions run, and call back, on other threads. */
final class ThreadsTest {
  private static final int EXECUTIONS = 50;
  private static final String MACHINE =
      """
      {'StartAt':'Ask','States':{
        'Ask':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken',
               'Parameters':{'FunctionName':'f','Payload.$':'$$.Task.Token'},'Next':'Pause'},
        'Pause':{'Type':'Wait','Seconds':1,'End':true}}}""";

  private final ScaledScheduler time = new ScaledScheduler(Laboratory.NOON, 1000);
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final CountDownLatch ended = new CountDownLatch(EXECUTIONS);
  private final StepFunctions stepFunctions =
      new StepFunctions(
          new Account("eu-west-1", "123456789012"),
          time,
          new Random(1),
          new Ports(this::invoke, metrics -> {}, this::count));

  @AfterEach
  void stop() {
    workers.shutdownNow();
    time.close();
  }

  @Test
  void every_execution_ends_once_whoever_calls_back_when() throws InterruptedException {
    var definition = StateMachineDefinition.parse(Laboratory.json(MACHINE), Map.of());
    var arn = stepFunctions.register("asking", definition).arn();

    for (int i = 0; i < EXECUTIONS; i++) {
      stepFunctions.startExecution(arn, "n" + i, "{}");
    }

    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(stepFunctions.listExecutions(arn, ExecutionStatus.SUCCEEDED::equals))
        .hasSize(EXECUTIONS);
  }

  private void invoke(String function, String payload, Consumer<InvocationResult> done) {
    workers.execute(
        () -> {
          stepFunctions.sendTaskSuccess(payload.replace("\"", ""), "{}");
          done.accept(InvocationResult.success("{}"));
        });
  }

  private void count(ExecutionSnapshot execution) {
    if (execution.status() != ExecutionStatus.RUNNING) {
      ended.countDown();
    }
  }
}
