package io.drsorchestrator.adapter.out.sts;

import io.drsorchestrator.adapter.out.Bounded;
import io.drsorchestrator.application.port.DrsScope;
import io.vavr.control.Option;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The clients of one service, one for each account, role and Region. In the orchestrator's own
 * account its own credentials are used, in every other one those of the role there and no others:
 * servers must not be looked for, and launched, in the wrong account (D30).
 */
public final class AccountClients<C extends SdkAutoCloseable> {

  /** Builds a client for a Region, with the credentials of a role or the orchestrator's own. */
  @FunctionalInterface
  public interface Builder<C> {

    C build(String region, Option<AwsCredentialsProvider> role);
  }

  private record Key(Option<AwsCredentialsProvider> role, String region) {}

  private final AssumedRoles roles;
  private final Bounded<Key, C> clients;

  public AccountClients(AssumedRoles roles, Builder<C> builder) {
    this.roles = roles;
    this.clients =
        new Bounded<>(key -> builder.build(key.region(), key.role()), SdkAutoCloseable::close);
  }

  public C of(DrsScope scope) {
    return clients.of(new Key(role(scope), scope.region()));
  }

  private Option<AwsCredentialsProvider> role(DrsScope scope) {
    return scope.account().isCurrentAccount() ? Option.none() : Option.some(roles.of(scope));
  }
}
