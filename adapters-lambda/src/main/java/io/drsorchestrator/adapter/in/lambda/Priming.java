package io.drsorchestrator.adapter.in.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Resource;

/**
 * What a process does before a snapshot is taken of it (CRaC, Lambda's SnapStart), so that every
 * restored one has it behind it: it reads and answers an event, with all that lies between but the
 * network. It draws no id and writes no line of the log: those would be the same in every copy.
 */
final class Priming implements Resource {

  private static final byte[] LIST =
      "{\"httpMethod\":\"GET\",\"resource\":\"/executions\",\"path\":\"/executions\"}"
          .getBytes(StandardCharsets.UTF_8);

  /** The JVM compiles what it has seen often. */
  private static final int TIMES = 20;

  private final Supplier<ExecutionHandler> offline;

  /** By a handler whose clients reach no network; it is made when it is needed. */
  Priming(Supplier<ExecutionHandler> offline) {
    this.offline = offline;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
    var handler = offline.get();
    for (int i = 0; i < TIMES; i++) {
      handler.rehearse(LIST);
    }
  }

  /** Credentials and connections are none of ours, and are made anew by the SDK. */
  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
