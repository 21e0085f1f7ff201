package io.drsorchestrator.adapter.out.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.adapter.out.Scopes;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.RecoveryInstances.Machine;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.Tag;

class Ec2InstancesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final PreparedEc2 ec2 = new PreparedEc2();
  private final Ec2Instances instances = new Ec2Instances(scope -> ec2);

  @Test
  void no_ids_do_not_even_build_a_client() {
    var unbuildable =
        new Ec2Instances(
            scope -> {
              throw new AssertionError("a client was built");
            });

    assertThat(unbuildable.instances(Scopes.HERE, Vector.empty())).isEmpty();
  }

  @Test
  void tells_people_of_machines() {
    pages(
        page(
            null,
            Instance.builder()
                .instanceId("i-1")
                .tags(tag("tier", "db"), tag("Name", "db01"))
                .privateIpAddress("10.0.0.1")
                .publicIpAddress("203.0.113.9")
                .instanceType("m5.large")
                .launchTime(NOON)
                .build(),
            Instance.builder().instanceId("i-2").privateIpAddress("").build()));

    var machines = instances.machines(Scopes.HERE, Vector.of("i-1", "i-2", "i-3"));

    assertThat(machines.get("i-1"))
        .containsExactly(
            new Machine(
                Option.some("db01"),
                Option.some("10.0.0.1"),
                Option.some("203.0.113.9"),
                Option.some("m5.large"),
                Option.some(NOON)));
    assertThat(machines.get("i-2").get().privateIp()).isEmpty();
    assertThat(machines.get("i-3")).isEmpty();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  @Test
  void tells_what_ec2_knows() {
    pages(
        page(
            null,
            Instance.builder()
                .instanceId("i-1")
                .privateIpAddress("10.0.0.1")
                .privateDnsName("ip-10-0-0-1.ec2.internal")
                .instanceType("x99.not-in-the-sdk")
                .state(s -> s.name("running"))
                .launchTime(NOON)
                .build(),
            Instance.builder()
                .instanceId("i-2")
                .privateIpAddress("")
                .privateDnsName("")
                .state(s -> s.name("hibernated-somehow"))
                .build()));

    assertThat(instances.instances(Scopes.HERE, ids(3)).toJavaMap())
        .isEqualTo(
            Map.of(
                "i-1",
                new RecoveryInstance(
                    Option.some("10.0.0.1"),
                    Option.some("ip-10-0-0-1.ec2.internal"),
                    Option.some("x99.not-in-the-sdk"),
                    Option.some("running"),
                    Option.some(NOON)),
                "i-2",
                new RecoveryInstance(
                    Option.none(),
                    Option.none(),
                    Option.none(),
                    Option.some("hibernated-somehow"),
                    Option.none())));
  }

  /** As instance ids, one unknown id would fail the whole call. */
  @Test
  void asks_by_filter() {
    pages(page(null));

    instances.instances(Scopes.HERE, Vector.of("i-1", "i-2", "i-1"));

    var request = requests().single();
    assertThat(request.hasInstanceIds()).isFalse();
    assertThat(request.filters()).hasSize(1);
    assertThat(request.filters().get(0).name()).isEqualTo("instance-id");
    assertThat(request.filters().get(0).values()).containsExactly("i-1", "i-2");
  }

  @ParameterizedTest
  @CsvSource({"200, 200", "201, 200 1"})
  void asks_for_at_most_200_instances_at_a_time(int count, String calls) {
    pages(page(null));

    instances.instances(Scopes.HERE, ids(count));

    assertThat(requests().map(r -> r.filters().get(0).values().size()).mkString(" "))
        .isEqualTo(calls);
  }

  @Test
  void reads_every_page() {
    pages(
        page("next", Instance.builder().instanceId("i-1").build()),
        page(null, Instance.builder().instanceId("i-2").build()));

    assertThat(instances.instances(Scopes.HERE, ids(3)).keySet())
        .containsExactlyInAnyOrder("i-1", "i-2");
    assertThat(requests().last().nextToken()).isEqualTo("next");
  }

  @Test
  void throttling_means_that_nothing_is_known() {
    var throttled =
        Ec2Exception.builder()
            .statusCode(503)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("RequestLimitExceeded").build())
            .build();
    ec2.fault = Option.some(throttled);

    assertThatThrownBy(() -> instances.instances(Scopes.HERE, ids(1)))
        .isInstanceOf(AwsUnavailableException.class);
  }

  private static Vector<String> ids(int count) {
    return Vector.range(0, count).map(n -> "i-" + n);
  }

  private void pages(DescribeInstancesResponse... pages) {
    ec2.pages.addAll(List.of(pages));
  }

  private Vector<DescribeInstancesRequest> requests() {
    return Vector.ofAll(ec2.requests);
  }

  private static DescribeInstancesResponse page(@Nullable String next, Instance... instances) {
    var response = DescribeInstancesResponse.builder().nextToken(next);
    return instances.length == 0
        ? response.build()
        : response.reservations(Reservation.builder().instances(instances).build()).build();
  }

  /** Not a mock: the client has so many methods that mocking it takes 15 seconds. */
  private static final class PreparedEc2 implements Ec2Client {

    private final List<DescribeInstancesRequest> requests = new ArrayList<>();
    private final Deque<DescribeInstancesResponse> pages = new ArrayDeque<>();
    private Option<AwsServiceException> fault = Option.none();

    @Override
    public DescribeInstancesResponse describeInstances(DescribeInstancesRequest request) {
      fault.forEach(
          e -> {
            throw e;
          });
      requests.add(request);
      return pages.isEmpty() ? page(null) : pages.remove();
    }

    @Override
    public String serviceName() {
      return "ec2";
    }

    @Override
    public void close() {}
  }
}
