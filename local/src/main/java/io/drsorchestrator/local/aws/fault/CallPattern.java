package io.drsorchestrator.local.aws.fault;

import io.drsorchestrator.local.aws.api.ApiCall;
import java.util.Optional;

/**
 * Which calls a fault is about; {@code *} stands for every operation of the service.
 *
 * @param laterPages only those that ask for a page after the first
 */
public record CallPattern(
    String service,
    String operation,
    Optional<String> accountId,
    Optional<String> region,
    boolean laterPages) {

  /** Calls for any page. */
  public CallPattern(
      String service, String operation, Optional<String> accountId, Optional<String> region) {
    this(service, operation, accountId, region, false);
  }

  /** Any operation. */
  public static final String ANY = "*";

  boolean matches(ApiCall call) {
    return service.equals(call.service())
        && (!laterPages || call.laterPage())
        && (operation.equals(ANY) || operation.equals(call.operation()))
        && accountId.map(call.location().accountId()::equals).orElse(true)
        && region.map(call.location().region()::equals).orElse(true);
  }
}
