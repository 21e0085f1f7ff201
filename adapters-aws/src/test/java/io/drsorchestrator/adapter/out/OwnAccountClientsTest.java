package io.drsorchestrator.adapter.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnAccountClientsTest {

  private final List<String> built = new ArrayList<>();
  private final OwnAccountClients<Object> clients =
      new OwnAccountClients<>(
          region -> {
            built.add(region);
            return new Object();
          });

  @Test
  void builds_nothing_before_it_is_asked() {
    assertThat(built).isEmpty();
  }

  @Test
  void keeps_one_client_for_each_region() {
    var first = clients.of(Scopes.in("us-east-1"));

    assertThat(clients.of(Scopes.in("us-east-1"))).isSameAs(first);
    assertThat(clients.of(Scopes.in("eu-west-1"))).isNotSameAs(first);
    assertThat(built).containsExactly("us-east-1", "eu-west-1");
  }

  @Test
  void refuses_another_account_rather_than_look_in_the_wrong_one() {
    assertThatThrownBy(() -> clients.of(Scopes.inAnotherAccount()))
        .isInstanceOf(ForeignAccountException.class)
        .hasMessageContaining("444455556666");
    assertThat(built).isEmpty();
  }
}
