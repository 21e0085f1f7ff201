package io.drsorchestrator.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class AccountContextTest {

  private static final AccountContext HUB = AccountContext.current("111122223333");
  private static final Option<String> NONE = Option.none();

  private static AccountContext onRecord(Option<String> id, Option<String> role) {
    return AccountContext.onRecord(id, role, NONE, HUB);
  }

  @Test
  void an_item_that_names_no_account_is_of_our_own() {
    assertThat(onRecord(NONE, NONE)).isEqualTo(HUB);
  }

  /** In our own account our own credentials are used, whatever role an item names. */
  @Test
  void an_item_that_names_our_own_account_is_of_our_own() {
    assertThat(onRecord(Option.some("111122223333"), Option.some("Role"))).isEqualTo(HUB);
  }

  @Test
  void another_account_is_never_our_own_even_without_a_role() {
    var other = onRecord(Option.some("444455556666"), NONE);

    assertThat(other.isCurrentAccount()).isFalse();
    assertThat(other.accountId()).isEqualTo("444455556666");
    assertThat(other.roleName()).isEqualTo(AccountContext.DEFAULT_ROLE_NAME);
  }

  @Test
  void the_role_and_the_external_id_on_record_are_kept() {
    var other =
        AccountContext.onRecord(
            Option.some("444455556666"), Option.some("Role"), Option.some("secret"), HUB);

    assertThat(other.roleName()).isEqualTo("Role");
    assertThat(other.roleExternalId()).isEqualTo("secret");
  }
}
