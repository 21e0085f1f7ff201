package io.drsorchestrator.local.aws.ec2;

import static io.drsorchestrator.local.aws.Servers.id;
import static io.drsorchestrator.local.aws.Servers.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drsorchestrator.local.aws.RunningAws;
import io.drsorchestrator.local.aws.Servers;
import io.drsorchestrator.local.aws.drs.Disturbance;
import io.drsorchestrator.local.aws.drs.ServerBehaviour;
import io.drsorchestrator.local.aws.drs.SourceServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Tag;

class DescribingInstancesTest {

  private static final String UNKNOWN = "i-00000000000000000";

  private final RunningAws aws =
      RunningAws.with(
          b -> {
            List<SourceServer> servers = new ArrayList<>(Servers.upTo(12));
            servers.addAll(
                Servers.parse(
                    "[{'sourceServerId':'"
                        + id(13)
                        + "','name':'<a> & \\\"b\\\" ü',"
                        + "'instanceType':'r5.xlarge'}]"));
            return b.sourceServers(servers);
          });
  private final Ec2Client ec2 = aws.ec2();

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void a_running_instance_has_all_its_fields() {
    String id = aws.launched(id(1));

    DescribeInstancesResponse response = ec2.describeInstances(r -> r.instanceIds(id));
    Instance instance = response.reservations().get(0).instances().get(0);

    assertThat(response.reservations().get(0).ownerId()).isEqualTo("111122223333");
    assertThat(instance.instanceId()).isEqualTo(id);
    assertThat(instance.state().nameAsString()).isEqualTo("running");
    assertThat(instance.state().code()).isEqualTo(16);
    assertThat(instance.privateIpAddress()).matches("10\\.0\\.\\d+\\.\\d+");
    assertThat(instance.privateDnsName())
        .isEqualTo("ip-" + instance.privateIpAddress().replace('.', '-') + ".ec2.internal");
    assertThat(instance.instanceTypeAsString()).isEqualTo("m5.large");
    assertThat(instance.launchTime()).isAfter(RunningAws.NOON).isBefore(aws.now());
    assertThat(instance.placement().availabilityZone()).isEqualTo("us-east-1a");
    assertThat(instance.tags()).contains(Tag.builder().key("Name").value("server1").build());
  }

  @Test
  void an_instance_is_pending_and_nameless_before_it_runs() {
    String jobId = aws.start(id(1)).jobID();
    List<String> states = new ArrayList<>();
    for (int second = 0; second < 400; second++) {
      aws.passSeconds(1);
      for (Instance instance : all()) {
        states.add(instance.state().nameAsString() + instance.privateDnsName().isEmpty());
      }
    }

    assertThat(states.stream().distinct()).containsExactly("pendingtrue", "runningfalse");
    assertThat(aws.participant(jobId, id(1)).recoveryInstanceID())
        .isEqualTo(all().get(0).instanceId());
  }

  @Test
  void an_unknown_id_fails_the_whole_call() {
    String id = aws.launched(id(1));

    var error =
        catchThrowableOfType(
            Ec2Exception.class, () -> ec2.describeInstances(r -> r.instanceIds(id, UNKNOWN)));

    assertThat(error.statusCode()).isEqualTo(400);
    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("InvalidInstanceID.NotFound");
    assertThat(error).hasMessageContaining("The instance ID '" + UNKNOWN + "' does not exist");
    assertThat(code(() -> ec2.describeInstances(r -> r.instanceIds("server1"))))
        .isEqualTo("InvalidInstanceID.Malformed");
  }

  @Test
  void a_filter_leaves_an_unknown_id_out() {
    String id = aws.launched(id(1));
    aws.launched(id(2));

    assertThat(filtered("instance-id", List.of(id, UNKNOWN))).containsExactly(id);
    assertThat(filtered("instance-id", List.of(id.substring(0, 10) + "*"))).containsExactly(id);
    assertThat(filtered("instance-state-name", List.of("pending"))).isEmpty();
  }

  @Test
  void a_filter_takes_200_values() {
    List<String> values =
        IntStream.range(0, 201).mapToObj(n -> String.format("i-%017x", n)).toList();

    assertThat(filtered("instance-id", values.subList(0, 200))).isEmpty();
    assertThat(code(() -> filtered("instance-id", values))).isEqualTo("FilterLimitExceeded");
    assertThat(code(() -> filtered("vpc-id", List.of("vpc-1")))).isEqualTo("InvalidParameterValue");
  }

  @Test
  void pages_are_not_for_ids_and_have_at_least_5_instances() {
    String id = aws.launched(id(1));

    assertThat(code(() -> ec2.describeInstances(r -> r.instanceIds(id).maxResults(5))))
        .isEqualTo("InvalidParameterCombination");
    assertThat(code(() -> ec2.describeInstances(r -> r.maxResults(4))))
        .isEqualTo("InvalidParameterValue");
    assertThat(code(() -> ec2.describeInstances(r -> r.nextToken("made up"))))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void the_paginator_sees_every_instance_once() {
    aws.start(ids(12));
    aws.passSeconds(600);

    assertThat(
            ec2.describeInstancesPaginator(r -> r.maxResults(5)).reservations().stream()
                .flatMap(it -> it.instances().stream())
                .map(Instance::instanceId)
                .distinct())
        .hasSize(12);
    assertThat(aws.aws().calls("ec2", "DescribeInstances")).isEqualTo(3);
  }

  @Test
  void a_terminated_instance_stays_for_an_hour() {
    String id = aws.launched(id(1));
    aws.drs().terminateRecoveryInstances(r -> r.recoveryInstanceIDs(id));
    aws.passSeconds(600);

    assertThat(all().get(0).state().nameAsString()).isEqualTo("terminated");
    assertThat(all().get(0).privateIpAddress()).isNull();
    assertThat(all().get(0).privateDnsName()).isEmpty();
    aws.passSeconds(3600);
    assertThat(all()).isEmpty();
    assertThat(code(() -> ec2.describeInstances(r -> r.instanceIds(id))))
        .isEqualTo("InvalidInstanceID.NotFound");
  }

  @Test
  void ec2_may_learn_of_an_instance_late() {
    aws.aws().add(ServerBehaviour.of("server1", new Disturbance.LateInEc2(Duration.ofMinutes(15))));
    String id = aws.launched(id(1));

    assertThat(code(() -> ec2.describeInstances(r -> r.instanceIds(id))))
        .isEqualTo("InvalidInstanceID.NotFound");
    aws.passSeconds(600);
    assertThat(ec2.describeInstances(r -> r.instanceIds(id)).reservations()).hasSize(1);
  }

  @Test
  void special_characters_survive() {
    aws.launched(id(13));

    assertThat(all().get(0).tags())
        .contains(Tag.builder().key("Name").value("<a> & \"b\" ü").build());
    assertThat(all().get(0).instanceTypeAsString()).isEqualTo("r5.xlarge");
  }

  @Test
  void an_unknown_action_is_named_in_the_error() {
    var error = catchThrowableOfType(Ec2Exception.class, () -> ec2.describeVpcs(r -> {}));

    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("InvalidAction");
    assertThat(error).hasMessageContaining("DescribeVpcs");
    assertThat(error.requestId()).isNotBlank();
  }

  private List<Instance> all() {
    return ec2.describeInstances(r -> {}).reservations().stream()
        .flatMap(reservation -> reservation.instances().stream())
        .toList();
  }

  private List<String> filtered(String name, List<String> values) {
    Filter filter = Filter.builder().name(name).values(values).build();
    return ec2.describeInstances(r -> r.filters(filter)).reservations().stream()
        .flatMap(reservation -> reservation.instances().stream())
        .map(Instance::instanceId)
        .toList();
  }

  private static String code(ThrowingCallable call) {
    return catchThrowableOfType(Ec2Exception.class, call).awsErrorDetails().errorCode();
  }
}
