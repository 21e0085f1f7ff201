package io.drsorchestrator.adapter.out.sts;

import static io.drsorchestrator.adapter.out.Scopes.foreign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.adapter.out.LoopbackEndpoint;
import io.drsorchestrator.adapter.out.LoopbackEndpoint.Answer;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.domain.execution.AccountContext;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssumedRolesTest {

  private final Instant inAnHour = Instant.now().plus(Duration.ofHours(1));
  private final Answer first = StsEndpoint.credentials("FIRST", inAnHour);
  private final Answer second = StsEndpoint.credentials("SECOND", inAnHour);

  private static DrsScope scope(String role, String region) {
    return new DrsScope(foreign(Option.some(role), Option.some("id-1")), region);
  }

  private static DrsScope anyRole() {
    return scope("SomeRole", "eu-west-1");
  }

  @Test
  void assumes_the_role_on_record_with_its_external_id_for_an_hour() {
    try (var endpoint = LoopbackEndpoint.answering(first)) {
      var credentials = StsEndpoint.roles(endpoint).of(anyRole()).resolveCredentials();

      assertThat(credentials.accessKeyId()).isEqualTo("FIRST");
      assertThat(StsEndpoint.body(endpoint, 0).split("&"))
          .contains(
              "Action=AssumeRole",
              "RoleArn=arn:aws:iam::444455556666:role/SomeRole",
              "ExternalId=id-1",
              "RoleSessionName=drs-orchestration",
              "DurationSeconds=3600");
      assertThat(endpoint.requests().single().authorization()).contains("HUBKEY");
    }
  }

  /** Items of older systems have NULL there (D31, D45). */
  @Test
  void assumes_the_default_role_with_the_default_external_id_where_none_is_on_record() {
    try (var endpoint = LoopbackEndpoint.answering(first)) {
      StsEndpoint.roles(endpoint)
          .of(new DrsScope(foreign(Option.none(), Option.none()), "eu-west-1"));

      assertThat(StsEndpoint.body(endpoint, 0))
          .contains("RoleArn=arn:aws:iam::444455556666:role/DRSOrchestrationCrossAccountRole")
          .contains("ExternalId=drs-orchestration-cross-account");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1, aws",
    "eu-central-2, aws",
    "us-gov-west-1, aws-us-gov",
    "cn-north-1, aws-cn",
    "cn-northwest-1, aws-cn"
  })
  void the_role_is_of_the_partition_of_the_region(String region, String partition) {
    assertThat(RoleArn.of(scope("SomeRole", region)))
        .isEqualTo("arn:" + partition + ":iam::444455556666:role/SomeRole");
  }

  @Test
  void credentials_are_kept_and_shared_by_all_regions() {
    try (var endpoint = LoopbackEndpoint.answering(first)) {
      var roles = StsEndpoint.roles(endpoint);
      for (int i = 0; i < 5; i++) {
        roles.of(anyRole()).resolveCredentials();
        roles.of(scope("SomeRole", "us-east-1")).resolveCredentials();
      }

      assertThat(endpoint.requests()).hasSize(1);
    }
  }

  @Test
  void credentials_are_renewed_before_they_expire() {
    var soon = StsEndpoint.credentials("FIRST", Instant.now().plusSeconds(120));
    try (var endpoint = LoopbackEndpoint.answering(soon, second)) {
      var roles = StsEndpoint.roles(endpoint);

      assertThat(roles.of(anyRole()).resolveCredentials().accessKeyId()).isEqualTo("SECOND");
      assertThat(endpoint.requests()).hasSize(2);
    }
  }

  @Test
  void another_role_or_external_id_has_credentials_of_its_own() {
    try (var endpoint = LoopbackEndpoint.answering(first, second)) {
      var roles = StsEndpoint.roles(endpoint);
      roles.of(anyRole());
      var otherId = new DrsScope(foreign(Option.some("SomeRole"), Option.none()), "eu-west-1");

      assertThat(roles.of(otherId).resolveCredentials().accessKeyId()).isEqualTo("SECOND");
      roles.of(scope("OtherRole", "eu-west-1"));
      assertThat(endpoint.requests()).hasSize(3);
    }
  }

  @Test
  void a_refusal_names_role_and_account_and_what_else_it_may_mean() {
    try (var endpoint = LoopbackEndpoint.answering(StsEndpoint.error(403, "AccessDenied"))) {
      assertThatThrownBy(() -> StsEndpoint.roles(endpoint).of(anyRole()))
          .isInstanceOf(AwsRefusedException.class)
          .hasMessageContaining("arn:aws:iam::444455556666:role/SomeRole")
          .hasMessageContaining("told by STS")
          .hasMessageContaining("external id");
    }
  }

  @Test
  void a_refusal_is_not_kept_once_the_role_is_mended() {
    try (var endpoint = LoopbackEndpoint.answering(StsEndpoint.error(403, "AccessDenied"), first)) {
      var roles = StsEndpoint.roles(endpoint);
      assertThatThrownBy(() -> roles.of(anyRole())).isInstanceOf(AwsRefusedException.class);

      assertThat(roles.of(anyRole()).resolveCredentials().accessKeyId()).isEqualTo("FIRST");
    }
  }

  @ParameterizedTest
  @CsvSource({"400, Throttling", "400, ThrottlingException", "500, InternalFailure", "503, Down"})
  void throttling_and_outages_may_pass(int status, String code) {
    try (var endpoint = LoopbackEndpoint.answering(StsEndpoint.error(status, code))) {
      assertThatThrownBy(() -> StsEndpoint.roles(endpoint).of(anyRole()))
          .isInstanceOf(AwsUnavailableException.class)
          .hasMessageContaining("SomeRole");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12345678901", "1234567890123", "44445555666a", "444455556666:role/x"})
  void an_account_id_that_is_none_never_reaches_an_arn(String accountId) {
    var account = new AccountContext(accountId, Option.none(), Option.none(), false);
    try (var endpoint = LoopbackEndpoint.answering(first)) {
      assertThatThrownBy(() -> StsEndpoint.roles(endpoint).of(new DrsScope(account, "eu-west-1")))
          .isInstanceOf(AwsRefusedException.class)
          .hasMessageContaining("account id")
          .hasMessageContaining("12 digits");
      assertThat(endpoint.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a:b", "a b", "*", "a\nb", "ü"})
  void a_role_name_that_is_none_never_reaches_an_arn(String name) {
    try (var endpoint = LoopbackEndpoint.answering(first)) {
      assertThatThrownBy(() -> StsEndpoint.roles(endpoint).of(scope(name, "eu-west-1")))
          .isInstanceOf(AwsRefusedException.class)
          .hasMessageContaining("role name")
          .hasMessageNotContainingAny("\n");
      assertThat(endpoint.requests()).isEmpty();
    }
  }
}
