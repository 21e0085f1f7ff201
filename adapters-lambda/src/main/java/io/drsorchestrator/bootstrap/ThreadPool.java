package io.drsorchestrator.bootstrap;

import io.drsorchestrator.application.port.Parallel;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.MDC;

/** Several things at a time, by threads that do not keep the process alive. */
final class ThreadPool implements Parallel {

  private final ExecutorService threads;

  private ThreadPool(ExecutorService threads) {
    this.threads = threads;
  }

  /** At most so many things at a time; a thread is made when it is first needed. */
  static ThreadPool of(int size) {
    return new ThreadPool(
        Executors.newFixedThreadPool(
            size,
            work -> {
              var thread = new Thread(work, "call");
              thread.setDaemon(true);
              return thread;
            }));
  }

  /** All of it is done, or has failed, when this returns: nothing goes on behind one's back. */
  @Override
  public <A, B> Vector<B> map(Vector<A> all, Function<A, B> work) {
    var context = Option.of(MDC.getCopyOfContextMap());
    var begun =
        all.map(one -> CompletableFuture.supplyAsync(() -> in(context, work, one), threads));
    begun.forEach(one -> one.handle((result, fault) -> true).join());
    return begun.map(ThreadPool::result);
  }

  /** What these threads log, and call, belongs to the invocation that has given it to them. */
  private static <A, B> B in(Option<Map<String, String>> context, Function<A, B> work, A one) {
    context.forEach(MDC::setContextMap);
    try {
      return work.apply(one);
    } finally {
      MDC.clear();
    }
  }

  private static <B> B result(CompletableFuture<B> finished) {
    try {
      return finished.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw e;
    }
  }
}
