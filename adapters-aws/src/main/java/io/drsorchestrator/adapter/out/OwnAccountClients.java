package io.drsorchestrator.adapter.out;

import io.drsorchestrator.application.port.DrsScope;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * The clients of one service with the orchestrator's own credentials, one a Region, each built when
 * it is first needed.
 */
public final class OwnAccountClients<C> {

  private final ConcurrentMap<String, C> byRegion = new ConcurrentHashMap<>();
  private final Function<String, C> builder;

  public OwnAccountClients(Function<String, C> builder) {
    this.builder = builder;
  }

  /** Refuses another account: its servers would be looked for, and launched, in the wrong one. */
  public C of(DrsScope scope) {
    if (!scope.account().isCurrentAccount()) {
      throw new ForeignAccountException(scope.account());
    }
    return byRegion.computeIfAbsent(scope.region(), builder);
  }
}
