package io.drsorchestrator.local.aws.fault;

import io.drsorchestrator.local.aws.api.ApiCall;
import java.util.Optional;

/** Which calls a fault is about; {@code *} stands for every operation of the service. */
public record CallPattern(
    String service, String operation, Optional<String> accountId, Optional<String> region) {

  /** Any operation. */
  public static final String ANY = "*";

  boolean matches(ApiCall call) {
    return service.equals(call.service())
        && (operation.equals(ANY) || operation.equals(call.operation()))
        && accountId.map(call.location().accountId()::equals).orElse(true)
        && region.map(call.location().region()::equals).orElse(true);
  }
}
