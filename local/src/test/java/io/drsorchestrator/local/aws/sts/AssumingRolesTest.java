package io.drsorchestrator.local.aws.sts;

import static io.drsorchestrator.local.aws.Servers.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.local.aws.RunningAws;
import io.drsorchestrator.local.aws.Servers;
import io.drsorchestrator.local.aws.fault.CallPattern;
import io.drsorchestrator.local.aws.fault.Effect;
import io.drsorchestrator.local.aws.fault.Fault;
import io.drsorchestrator.local.aws.fault.Occurrence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.SourceServer;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.StsException;

class AssumingRolesTest {

  private static final String TARGET = "444455556666";
  private static final String ROLE = "arn:aws:iam::444455556666:role/Target";

  private final RunningAws aws =
      RunningAws.with(
          builder ->
              builder
                  .roles(List.of(new TargetRole(TARGET, "Target", Optional.of("secret"))))
                  .sourceServers(
                      Servers.parse(
                          "[{'sourceServerId':'"
                              + id(1)
                              + "','name':'there','accountId':'"
                              + TARGET
                              + "'},{'sourceServerId':'"
                              + id(2)
                              + "','name':'here'}]")));

  @AfterEach
  void stop() {
    aws.close();
  }

  private AssumeRoleResponse assume(String arn, String externalId) {
    return aws.sts("ANYKEY")
        .assumeRole(r -> r.roleArn(arn).roleSessionName("tests").externalId(externalId));
  }

  @Test
  void the_key_acts_in_the_account_of_the_role_and_sees_nothing_else() {
    var credentials = assume(ROLE, "secret").credentials();

    assertThat(credentials.accessKeyId()).matches("ASIA[0-9A-F]{16}");
    assertThat(credentials.expiration()).isEqualTo(aws.now().plus(Duration.ofHours(1)));
    assertThat(servers(aws.drs(credentials.accessKeyId(), Region.US_EAST_1)))
        .containsExactly(id(1));
    assertThat(servers(aws.drs())).containsExactly(id(2));
  }

  @Test
  void every_session_has_a_key_of_its_own() {
    assertThat(assume(ROLE, "secret").credentials().accessKeyId())
        .isNotEqualTo(assume(ROLE, "secret").credentials().accessKeyId());
  }

  @Test
  void another_external_id_and_another_role_are_denied_in_the_same_words() {
    denied(ROLE, "guess");
    denied("arn:aws:iam::444455556666:role/Other", "secret");
    denied("arn:aws:iam::777788889999:role/Target", "secret");
    denied("arn:aws-cn:iam::444455556666:role/Target", "secret");
  }

  private void denied(String arn, String externalId) {
    assertThatThrownBy(() -> assume(arn, externalId))
        .isInstanceOfSatisfying(
            StsException.class,
            refusal -> {
              assertThat(refusal.statusCode()).isEqualTo(403);
              assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
              assertThat(refusal).hasMessageContaining("not authorized", arn);
            });
  }

  @Test
  void a_role_is_not_assumed_from_an_account_that_it_does_not_trust() {
    var key = assume(ROLE, "secret").credentials().accessKeyId();

    assertThatThrownBy(
            () ->
                aws.sts(key)
                    .assumeRole(r -> r.roleArn(ROLE).roleSessionName("tests").externalId("secret")))
        .isInstanceOf(StsException.class)
        .hasMessageContaining("not authorized");
  }

  @Test
  void sts_can_be_throttled_as_the_others_can() {
    aws.aws()
        .add(
            new Fault(
                new CallPattern("sts", "AssumeRole", Optional.empty(), Optional.empty()),
                Occurrence.ALWAYS,
                Duration.ZERO,
                new Effect.Throttle(Optional.empty())));

    assertThatThrownBy(() -> assume(ROLE, "secret"))
        .isInstanceOfSatisfying(
            StsException.class, e -> assertThat(e.isThrottlingException()).isTrue());
  }

  private static List<String> servers(DrsClient drs) {
    return drs.describeSourceServers(r -> {}).items().stream()
        .map(SourceServer::sourceServerID)
        .toList();
  }
}
