package io.drsorchestrator.local.aws.drs;

import static io.drsorchestrator.local.aws.RunningAws.targets;
import static io.drsorchestrator.local.aws.Servers.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.local.aws.RunningAws;
import io.drsorchestrator.local.aws.Servers;
import io.drsorchestrator.local.aws.api.AwsLocation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.drs.model.SourceServer;
import software.amazon.awssdk.services.drs.model.UninitializedAccountException;

class AccountsAndRegionsTest {

  private static final String OTHER = "444455556666";

  private final RunningAws aws =
      RunningAws.with(
          builder ->
              builder
                  .accounts(Map.of("OTHERKEY", OTHER))
                  .sourceServers(
                      Servers.parse(
                          "[{'sourceServerId':'"
                              + id(1)
                              + "','name':'here'},"
                              + "{'sourceServerId':'"
                              + id(2)
                              + "','name':'west',"
                              + "'region':'us-west-2'},"
                              + "{'sourceServerId':'"
                              + id(3)
                              + "','name':'other',"
                              + "'accountId':'"
                              + OTHER
                              + "'}]")));

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void each_account_and_region_sees_its_own_servers() {
    assertThat(servers(aws.drs())).containsExactly(id(1));
    assertThat(servers(aws.drs("ANYKEY", Region.US_WEST_2))).containsExactly(id(2));
    assertThat(servers(aws.drs("OTHERKEY", Region.US_EAST_1))).containsExactly(id(3));
  }

  @Test
  void a_job_is_visible_where_it_was_started_only() {
    DrsClient other = aws.drs("OTHERKEY", Region.US_EAST_1);
    String arn = other.startRecovery(r -> r.sourceServers(targets(List.of(id(3))))).job().arn();

    assertThat(arn).startsWith("arn:aws:drs:us-east-1:444455556666:job/drsjob-");
    assertThat(other.describeJobs(r -> {}).items()).hasSize(1);
    assertThat(aws.drs().describeJobs(r -> {}).items()).isEmpty();
    assertThatThrownBy(() -> aws.start(id(3))).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void a_place_without_drs_is_uninitialized() {
    DrsClient elsewhere = aws.drs("ANYKEY", Region.EU_CENTRAL_1);

    assertThatThrownBy(() -> elsewhere.describeJobs(r -> {}))
        .isInstanceOfSatisfying(
            UninitializedAccountException.class,
            refusal -> assertThat(refusal.statusCode()).isEqualTo(400));
    aws.aws().initialize(new AwsLocation("111122223333", "eu-central-1"));
    assertThat(elsewhere.describeJobs(r -> {}).items()).isEmpty();
  }

  @Test
  void an_access_key_can_be_registered_later() {
    aws.aws().registerAccessKey("ASSUMEDKEY", OTHER);

    assertThat(servers(aws.drs("ASSUMEDKEY", Region.US_EAST_1))).containsExactly(id(3));
  }

  private static List<String> servers(DrsClient drs) {
    return drs.describeSourceServers(r -> {}).items().stream()
        .map(SourceServer::sourceServerID)
        .toList();
  }
}
