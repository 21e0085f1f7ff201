package io.drsorchestrator.local.lambda;

import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A function in processes of its own, as many as may run at once. */
public final class ProcessFunction implements LambdaService {

  private final List<ExecutionEnvironment> environments;
  private final BlockingDeque<ExecutionEnvironment> idle;
  private final ExecutorService threads;

  /** At most {@code concurrency} invocations at once; further ones wait. */
  public ProcessFunction(FunctionConfiguration function, int concurrency) {
    environments =
        Stream.generate(() -> new ExecutionEnvironment(function)).limit(concurrency).toList();
    idle = new LinkedBlockingDeque<>(environments);
    threads = Executors.newFixedThreadPool(concurrency, ProcessFunction::daemon);
  }

  @Override
  public void invoke(String functionName, String payload, Consumer<InvocationResult> done) {
    threads.execute(() -> done.accept(invoke(payload)));
  }

  @Override
  public InvocationResult invoke(String payload) {
    var environment = take();
    try {
      return environment.invoke(payload);
    } finally {
      // As in Lambda: one that runs is used again before another one is started.
      idle.addFirst(environment);
    }
  }

  private ExecutionEnvironment take() {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Kills every process as {@code kill -9} does; the next invocation starts a new one. */
  public void kill() {
    environments.forEach(
        environment -> {
          var process = environment.process();
          if (process != null) {
            process.destroyForcibly();
          }
        });
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "lambda");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    environments.forEach(ExecutionEnvironment::close);
  }
}
