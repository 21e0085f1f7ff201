package io.drsorchestrator.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.TargetAccounts.TargetAccount;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** The accounts in which servers are recovered. */
public abstract class TargetAccountsContract extends StoreContract {

  @Test
  void an_account_that_nobody_has_registered_is_not_known() {
    assertThat(store().accounts().find("999999999999")).isEmpty();
  }

  @Test
  void an_account_tells_its_role_by_name_and_its_external_id() {
    var account =
        new TargetAccount(
            "444455556666", Option.some("Spokes"), Option.some("Role"), Option.some("external"));
    tested().put(account);

    assertThat(store().accounts().find("444455556666")).containsExactly(account);
  }

  @Test
  void an_account_may_tell_nothing_but_its_id() {
    var account = new TargetAccount("555566667777", Option.none(), Option.none(), Option.none());
    tested().put(account);

    assertThat(store().accounts().find("555566667777")).containsExactly(account);
  }
}
