package io.drsorchestrator.adapter.out.ec2;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryInstances.Machine;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceState;

/** EC2 DescribeInstances. A client is asked for only when there is an id: it is slow to build. */
public final class Ec2Instances implements InstanceLookup, MachineLookup {

  private static final int VALUES_IN_A_FILTER = 200;

  private final Ec2Clients clients;

  public Ec2Instances(Ec2Clients clients) {
    this.clients = clients;
  }

  @Override
  public Map<String, RecoveryInstance> instances(DrsScope scope, Vector<String> ids) {
    return described(scope, ids).toLinkedMap(Instance::instanceId, Ec2Instances::known);
  }

  @Override
  public Map<String, Machine> machines(DrsScope scope, Vector<String> ids) {
    return described(scope, ids).toLinkedMap(Instance::instanceId, Ec2Instances::machine);
  }

  private Vector<Instance> described(DrsScope scope, Vector<String> ids) {
    return ids.distinct()
        .grouped(VALUES_IN_A_FILTER)
        .flatMap(chunk -> described(scope, chunk.asJava()))
        .toVector();
  }

  /** By filter: an id that EC2 does not know would fail the whole call as an instance id. */
  private Vector<Instance> described(DrsScope scope, List<String> ids) {
    var request =
        DescribeInstancesRequest.builder()
            .filters(Filter.builder().name("instance-id").values(ids).build())
            .build();
    return AwsFaults.ask(
        "DescribeInstances",
        () ->
            Vector.ofAll(clients.of(scope).describeInstancesPaginator(request).reservations())
                .flatMap(reservation -> reservation.instances()));
  }

  private static RecoveryInstance known(Instance instance) {
    return new RecoveryInstance(
        AwsText.present(instance.privateIpAddress()),
        AwsText.present(instance.privateDnsName()),
        AwsText.present(instance.instanceTypeAsString()),
        Option.of(instance.state()).map(InstanceState::nameAsString).flatMap(AwsText::present),
        Option.of(instance.launchTime()));
  }

  private static Machine machine(Instance instance) {
    return new Machine(
        Vector.ofAll(instance.tags())
            .find(tag -> "Name".equals(tag.key()))
            .flatMap(tag -> AwsText.present(tag.value())),
        AwsText.present(instance.privateIpAddress()),
        AwsText.present(instance.publicIpAddress()),
        AwsText.present(instance.instanceTypeAsString()),
        Option.of(instance.launchTime()));
  }
}
