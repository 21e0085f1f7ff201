package io.drsorchestrator.adapter.out.drs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.drsorchestrator.adapter.out.Scopes;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.RecoveryServers.Recovered;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.DescribeRecoveryInstancesRequest;
import software.amazon.awssdk.services.drs.model.DescribeRecoveryInstancesResponse;
import software.amazon.awssdk.services.drs.model.DescribeSourceServersRequest;
import software.amazon.awssdk.services.drs.model.DescribeSourceServersResponse;
import software.amazon.awssdk.services.drs.model.NetworkInterface;
import software.amazon.awssdk.services.drs.model.RecoveryInstance;
import software.amazon.awssdk.services.drs.model.RecoveryInstanceProperties;
import software.amazon.awssdk.services.drs.model.SourceServer;
import software.amazon.awssdk.services.drs.model.ThrottlingException;

class DrsRecoveryServersTest {

  private static final JobId JOB = new JobId("drsjob-1");

  private final DrsClient drs = mock(DrsClient.class, CALLS_REAL_METHODS);
  private final DrsRecoveryServers servers =
      new DrsRecoveryServers(scope -> drs, (scope, ids) -> HashMap.empty());

  private io.vavr.collection.Map<SourceServerId, String> instanceIds(Vector<SourceServerId> ids) {
    return servers.recovered(Scopes.HERE, JOB, ids).mapValues(Recovered::instanceId);
  }

  /** An empty list of ids means "all" to DRS. */
  @Test
  void no_ids_make_no_call() {
    assertThat(servers.sources(Scopes.HERE, Vector.empty())).isEmpty();
    assertThat(servers.recovered(Scopes.HERE, JOB, Vector.empty())).isEmpty();
    verifyNoInteractions(drs);
  }

  @Test
  void no_tags_select_no_server() {
    assertThat(servers.withTags(Scopes.HERE, HashMap.empty())).isEmpty();
    verifyNoInteractions(drs);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "200, 200", "201, 200 1", "401, 200 200 1"})
  void asks_for_at_most_200_servers_at_a_time(int servers, String calls) {
    echoSources();

    var found = this.servers.sources(Scopes.HERE, ids(servers));

    assertThat(found.keySet().toVector()).containsExactlyElementsOf(ids(servers));
    assertThat(sourceRequests().map(r -> r.filters().sourceServerIDs().size()).mkString(" "))
        .isEqualTo(calls);
  }

  @ParameterizedTest
  @CsvSource({"200, 200", "201, 200 1"})
  void asks_for_the_recovery_instances_of_at_most_200_servers_at_a_time(int count, String calls) {
    echoInstances();

    var found = servers.recovered(Scopes.HERE, JOB, ids(count));

    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(ids(count));
    var requests = ArgumentCaptor.forClass(DescribeRecoveryInstancesRequest.class);
    verify(drs, atLeast(1)).describeRecoveryInstances(requests.capture());
    assertThat(
            Vector.ofAll(requests.getAllValues())
                .map(r -> r.filters().sourceServerIDs().size())
                .mkString(" "))
        .isEqualTo(calls);
  }

  @Test
  void asks_once_for_a_server_that_is_named_twice() {
    echoSources();

    servers.sources(Scopes.HERE, ids(1).appendAll(ids(1)));

    assertThat(sourceRequests().single().filters().sourceServerIDs()).containsExactly("s-0");
  }

  @Test
  void knows_the_name_the_primary_address_and_the_instance_of_a_source() {
    sourcePages(
        page(
            null,
            SourceServer.builder()
                .sourceServerID("s-1")
                .tags(Map.of("Name", "web-1"))
                .sourceProperties(
                    p ->
                        p.identificationHints(h -> h.awsInstanceID("i-9"))
                            .networkInterfaces(
                                card(false, "10.0.0.1"), card(true, "10.0.0.2", "10.0.0.3")))
                .build()));

    assertThat(source("s-1"))
        .isEqualTo(
            new SourceMachine(Option.some("web-1"), Option.some("10.0.0.2"), Option.some("i-9")));
  }

  @Test
  void takes_the_first_address_where_no_interface_is_primary() {
    sourcePages(
        page(
            null,
            SourceServer.builder()
                .sourceServerID("s-1")
                .sourceProperties(p -> p.networkInterfaces(card(false, "10.0.0.1")))
                .build()));

    assertThat(source("s-1").ipAddress()).contains("10.0.0.1");
  }

  @Test
  void what_drs_leaves_empty_is_unknown() {
    sourcePages(
        page(
            null,
            SourceServer.builder()
                .sourceServerID("s-1")
                .tags(Map.of("Name", ""))
                .sourceProperties(
                    p ->
                        p.identificationHints(h -> h.awsInstanceID(""))
                            .networkInterfaces(card(true)))
                .build()));

    assertThat(source("s-1")).isEqualTo(SourceMachine.UNKNOWN);
  }

  @Test
  void selects_by_tags_among_all_servers_of_all_pages() {
    sourcePages(
        page("next", tagged("s-1", Map.of("Tier", "web", "Env", "prod"))),
        page(
            null,
            tagged("s-2", Map.of(" Tier ", " WEB ", "Env", "Prod", "Other", "x")),
            tagged("s-3", Map.of("Tier", "web")),
            tagged("s-4", Map.of("Tier", "webapp", "Env", "prod")),
            tagged("s-5", Map.of("tier", "web", "Env", "prod"))));

    var selected = servers.withTags(Scopes.HERE, HashMap.of("Tier ", "Web", "Env", " PROD"));

    assertThat(selected).containsExactly(new SourceServerId("s-1"), new SourceServerId("s-2"));
    assertThat(sourceRequests().map(r -> r.filters().sourceServerIDs().size()))
        .containsExactly(0, 0);
    assertThat(sourceRequests().last().nextToken()).isEqualTo("next");
  }

  @Test
  void knows_the_recovery_instances_of_all_pages() {
    instancePages(
        instances("next", recovered("s-1", "i-1", "RUNNING", "2026-03-01T12:00:00Z")),
        instances(null, recovered("s-2", "i-2", "PENDING", "2026-03-01T12:00:00Z")));

    assertThat(instanceIds(ids(3)).toJavaMap())
        .isEqualTo(Map.of(new SourceServerId("s-1"), "i-1", new SourceServerId("s-2"), "i-2"));
  }

  @Test
  void takes_the_newest_of_several_recovery_instances_and_never_a_ghost_before_a_live_one() {
    instancePages(
        instances(
            null,
            recovered("s-1", "i-old", "RUNNING", "2026-03-01T12:00:00Z"),
            recovered("s-1", "i-new", "STOPPED", "2026-03-01T13:00:00Z"),
            recovered("s-1", "i-undated", "RUNNING", ""),
            recovered("s-1", "i-gone", "TERMINATED", "2026-03-01T14:00:00Z"),
            recovered("s-1", "i-lost", "NOT_FOUND", "2026-03-01T15:00:00Z")));

    assertThat(instanceIds(ids(2)).get(new SourceServerId("s-1"))).contains("i-new");
  }

  @Test
  void leaves_out_what_another_job_has_launched() {
    instancePages(
        instances(
            null,
            recovered("s-1", "i-drill", "RUNNING", "2026-03-01T15:00:00Z").toBuilder()
                .jobID("drsjob-0")
                .build(),
            recovered("s-1", "i-ours", "RUNNING", "2026-03-01T12:00:00Z").toBuilder()
                .jobID("drsjob-1")
                .build(),
            recovered("s-2", "i-other", "RUNNING", "2026-03-01T12:00:00Z").toBuilder()
                .jobID("drsjob-0")
                .build()));

    assertThat(instanceIds(ids(2)).toJavaMap())
        .isEqualTo(Map.of(new SourceServerId("s-1"), "i-ours"));
  }

  @Test
  void spells_what_drs_and_its_agent_tell_as_ec2_does() {
    var properties =
        RecoveryInstanceProperties.builder()
            .identificationHints(h -> h.hostname("app01"))
            .networkInterfaces(
                NetworkInterface.builder().ips("10.0.0.1").isPrimary(false).build(),
                NetworkInterface.builder().ips("10.0.0.2").isPrimary(true).build())
            .build();
    instancePages(
        instances(
            null,
            recovered("s-1", "i-1", "SHUTTING-DOWN", "").toBuilder()
                .recoveryInstanceProperties(properties)
                .build(),
            recovered("s-2", "i-2", "NOT_FOUND", "")));

    var found = servers.recovered(Scopes.HERE, JOB, ids(2));
    var first = found.get(new SourceServerId("s-1")).get().instance();
    assertThat(first.state()).containsExactly("shutting-down");
    assertThat(first.privateIp()).containsExactly("10.0.0.2");
    assertThat(first.hostname()).containsExactly("app01");
    assertThat(found.get(new SourceServerId("s-2")).get().instance().state()).isEmpty();
  }

  @Test
  void throttling_means_that_nothing_is_known() {
    doThrow(ThrottlingException.builder().statusCode(429).build())
        .when(drs)
        .describeSourceServers(any(DescribeSourceServersRequest.class));

    assertThatThrownBy(() -> servers.sources(Scopes.HERE, ids(1)))
        .isInstanceOf(AwsUnavailableException.class);
  }

  private SourceMachine source(String id) {
    var server = new SourceServerId(id);
    return servers.sources(Scopes.HERE, Vector.of(server)).get(server).get();
  }

  private static Vector<SourceServerId> ids(int count) {
    return Vector.range(0, count).map(n -> new SourceServerId("s-" + n));
  }

  private void echoSources() {
    doAnswer(
            call -> {
              DescribeSourceServersRequest request = call.getArgument(0);
              var known =
                  Vector.ofAll(request.filters().sourceServerIDs()).map(id -> tagged(id, Map.of()));
              return DescribeSourceServersResponse.builder().items(known.asJava()).build();
            })
        .when(drs)
        .describeSourceServers(any(DescribeSourceServersRequest.class));
  }

  private void echoInstances() {
    doAnswer(
            call -> {
              DescribeRecoveryInstancesRequest request = call.getArgument(0);
              var known =
                  Vector.ofAll(request.filters().sourceServerIDs())
                      .map(id -> recovered(id, "i-" + id, "RUNNING", "2026-03-01T12:00:00Z"));
              return DescribeRecoveryInstancesResponse.builder().items(known.asJava()).build();
            })
        .when(drs)
        .describeRecoveryInstances(any(DescribeRecoveryInstancesRequest.class));
  }

  private Vector<DescribeSourceServersRequest> sourceRequests() {
    var requests = ArgumentCaptor.forClass(DescribeSourceServersRequest.class);
    verify(drs, atLeast(1)).describeSourceServers(requests.capture());
    return Vector.ofAll(requests.getAllValues());
  }

  private void sourcePages(
      DescribeSourceServersResponse first, DescribeSourceServersResponse... others) {
    doReturn(first, (Object[]) others)
        .when(drs)
        .describeSourceServers(any(DescribeSourceServersRequest.class));
  }

  private void instancePages(
      DescribeRecoveryInstancesResponse first, DescribeRecoveryInstancesResponse... others) {
    doReturn(first, (Object[]) others)
        .when(drs)
        .describeRecoveryInstances(any(DescribeRecoveryInstancesRequest.class));
  }

  private static DescribeSourceServersResponse page(
      @Nullable String next, SourceServer... servers) {
    return DescribeSourceServersResponse.builder().items(List.of(servers)).nextToken(next).build();
  }

  private static DescribeRecoveryInstancesResponse instances(
      @Nullable String next, RecoveryInstance... instances) {
    return DescribeRecoveryInstancesResponse.builder()
        .items(List.of(instances))
        .nextToken(next)
        .build();
  }

  private static SourceServer tagged(String id, Map<String, String> tags) {
    return SourceServer.builder().sourceServerID(id).tags(tags).build();
  }

  private static NetworkInterface card(boolean primary, String... ips) {
    return NetworkInterface.builder().isPrimary(primary).ips(ips).build();
  }

  private static RecoveryInstance recovered(
      String server, String id, String state, String pointInTime) {
    return RecoveryInstance.builder()
        .sourceServerID(server)
        .recoveryInstanceID(id)
        .ec2InstanceState(state)
        .pointInTimeSnapshotDateTime(pointInTime)
        .build();
  }
}
