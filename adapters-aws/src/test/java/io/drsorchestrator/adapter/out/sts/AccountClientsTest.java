package io.drsorchestrator.adapter.out.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.adapter.out.LoopbackEndpoint;
import io.drsorchestrator.adapter.out.Scopes;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.DrsScope;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

class AccountClientsTest {

  /** A client that knows how it was made. */
  private static final class Made implements SdkAutoCloseable {

    private final String region;
    private final Option<AwsCredentialsProvider> role;
    private boolean closed;

    Made(String region, Option<AwsCredentialsProvider> role) {
      this.region = region;
      this.role = role;
    }

    String accessKey() {
      return role.map(r -> r.resolveCredentials().accessKeyId()).getOrElse("our own");
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final List<Made> made = new ArrayList<>();

  private AccountClients<Made> clients(AssumedRoles roles) {
    return new AccountClients<>(
        roles,
        (region, role) -> {
          var client = new Made(region, role);
          made.add(client);
          return client;
        });
  }

  private static LoopbackEndpoint sts() {
    var expiration = Instant.now().plus(Duration.ofHours(1));
    return LoopbackEndpoint.answering(
        StsEndpoint.credentials("FIRST", expiration),
        StsEndpoint.credentials("SECOND", expiration));
  }

  private static DrsScope foreign(String role, String region) {
    return new DrsScope(Scopes.foreign(Option.some(role), Option.none()), region);
  }

  @Test
  void builds_nothing_before_it_is_asked() {
    var unused = clients(Scopes.NO_ROLES);

    assertThat(made).isEmpty();
  }

  @Test
  void keeps_one_client_for_each_region_of_our_own_account_and_asks_sts_nothing() {
    var clients = clients(Scopes.NO_ROLES);
    var first = clients.of(Scopes.in("us-east-1"));

    assertThat(clients.of(Scopes.in("us-east-1"))).isSameAs(first);
    assertThat(clients.of(Scopes.in("eu-west-1")).region).isEqualTo("eu-west-1");
    assertThat(first.accessKey()).isEqualTo("our own");
    assertThat(made).hasSize(2);
  }

  @Test
  void another_account_is_called_with_the_credentials_of_its_role_and_no_others() {
    try (var endpoint = sts()) {
      var clients = clients(StsEndpoint.roles(endpoint));

      var there = clients.of(foreign("RoleA", "us-east-1"));

      assertThat(there).isNotSameAs(clients.of(Scopes.in("us-east-1")));
      assertThat(there.accessKey()).isEqualTo("FIRST");
      assertThat(clients.of(foreign("RoleA", "us-east-1"))).isSameAs(there);
      assertThat(clients.of(foreign("RoleA", "eu-west-1"))).isNotSameAs(there);
      assertThat(clients.of(foreign("RoleB", "us-east-1")).accessKey()).isEqualTo("SECOND");
    }
  }

  /** Servers would be looked for, and launched, in the wrong account (D30). */
  @Test
  void without_credentials_there_is_no_client() {
    try (var endpoint = LoopbackEndpoint.answering(StsEndpoint.error(403, "AccessDenied"))) {
      var clients = clients(StsEndpoint.roles(endpoint));

      assertThatThrownBy(() -> clients.of(foreign("RoleA", "us-east-1")))
          .isInstanceOf(AwsRefusedException.class);
      assertThat(made).isEmpty();
    }
  }

  @Test
  void the_clients_that_were_not_used_for_longest_are_given_up() {
    var clients = clients(Scopes.NO_ROLES);
    for (int i = 0; i < 64; i++) {
      clients.of(Scopes.in("region-" + i));
    }
    clients.of(Scopes.in("region-0"));
    assertThat(made).noneMatch(client -> client.closed);

    clients.of(Scopes.in("one-too-many"));

    assertThat(made.stream().filter(client -> client.closed).map(client -> client.region))
        .containsExactly("region-1");
  }
}
