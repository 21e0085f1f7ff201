package io.drsorchestrator.local.aws;

import io.drsorchestrator.local.aws.api.Accounts;
import io.drsorchestrator.local.aws.api.ApiProtocol;
import io.drsorchestrator.local.aws.api.AwsLocation;
import io.drsorchestrator.local.aws.api.CallCounts;
import io.drsorchestrator.local.aws.drs.DrsProtocol;
import io.drsorchestrator.local.aws.drs.DrsWorld;
import io.drsorchestrator.local.aws.drs.JobState;
import io.drsorchestrator.local.aws.drs.RecoveryInstance;
import io.drsorchestrator.local.aws.drs.ServerBehaviour;
import io.drsorchestrator.local.aws.drs.SourceServer;
import io.drsorchestrator.local.aws.ec2.Ec2Protocol;
import io.drsorchestrator.local.aws.fault.Fault;
import io.drsorchestrator.local.aws.fault.Faults;
import io.drsorchestrator.local.aws.fault.Pause;
import io.drsorchestrator.local.aws.fault.SimulatedEndpoint;
import io.drsorchestrator.local.aws.scenario.Scenario;
import io.drsorchestrator.local.aws.sns.Published;
import io.drsorchestrator.local.aws.sns.SnsProtocol;
import io.drsorchestrator.local.aws.sts.Roles;
import io.drsorchestrator.local.aws.sts.StsProtocol;
import io.drsorchestrator.local.aws.sts.TargetRole;
import io.drsorchestrator.local.aws.template.LaunchTemplate;
import io.drsorchestrator.local.http.HttpEndpoint;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** DRS, EC2, STS and SNS as they look from outside, with what tests want to know and to change. */
public final class SimulatedAws {

  private final CallCounts counts = new CallCounts();
  private final Roles roles = new Roles();
  private final Accounts accounts;
  private final DrsWorld world;
  private final Faults faults;
  private final SnsProtocol sns = new SnsProtocol();
  private final List<HttpEndpoint> endpoints;

  SimulatedAws(InstantSource clock, Scenario scenario, Accounts accounts, Pause pause) {
    this.accounts = accounts;
    this.world = new DrsWorld(clock, scenario.settings());
    this.faults = new Faults(clock, scenario.settings().seed(), scenario.faults());
    scenario.servers().forEach(world::add);
    ApiProtocol ec2 = new Ec2Protocol(world, scenario.settings().pageSize());
    this.endpoints =
        List.of(
            endpoint(new DrsProtocol(world), pause),
            endpoint(ec2, pause),
            endpoint(new StsProtocol(roles, accounts, clock), pause),
            endpoint(sns, pause));
  }

  /** A simulation whose time is {@code clock}'s. */
  public static SimulatedAwsBuilder at(InstantSource clock) {
    return new SimulatedAwsBuilder(clock);
  }

  /** What to serve. */
  public List<HttpEndpoint> endpoints() {
    return endpoints;
  }

  /** Adds source servers; one that is already there is replaced. */
  public void register(List<SourceServer> servers) {
    world.register(servers);
  }

  /** Sets DRS up at a place without source servers; elsewhere calls fail as uninitialized. */
  public void initialize(AwsLocation location) {
    world.initialize(location);
  }

  /** From now on {@code accessKeyId} calls in the name of {@code accountId}. */
  public void registerAccessKey(String accessKeyId, String accountId) {
    accounts.register(accessKeyId, accountId);
  }

  /** From now on the default account may assume {@code role}; STS gives keys of its account. */
  public void add(TargetRole role) {
    roles.add(role);
  }

  /** The launch template of a server, as EC2 has it now. */
  public LaunchTemplate launchTemplate(AwsLocation location, String sourceServerId) {
    return world.template(location, sourceServerId);
  }

  /** Adds a behaviour for launches to come. */
  public void add(ServerBehaviour behaviour) {
    world.add(behaviour);
  }

  /** Adds a fault of the API. */
  public void add(Fault fault) {
    faults.add(fault);
  }

  /** Ends all faults of the API. */
  public void clearFaults() {
    faults.clear();
  }

  /** All jobs, the newest first, whether DRS still shows them or not. */
  public List<JobState> jobs() {
    return world.jobs();
  }

  /** The instances that have been born, also those that are gone. */
  public List<RecoveryInstance> instances(AwsLocation location) {
    return world.instances(location);
  }

  /** How often an operation was called, refused calls and lost answers included. */
  public int calls(String service, String operation) {
    return counts.of(service, operation);
  }

  /** The messages that SNS has taken, the oldest first. */
  public List<Published> published() {
    return sns.published();
  }

  /** From now on {@code subscriber} gets every message that SNS takes. */
  public void subscribe(Consumer<Published> subscriber) {
    sns.subscribe(subscriber);
  }

  /** How often StartRecovery was called. */
  public int startRecoveryCalls() {
    return calls(DrsProtocol.SERVICE, "StartRecovery");
  }

  private HttpEndpoint endpoint(ApiProtocol protocol, Pause pause) {
    return new SimulatedEndpoint(protocol, accounts, counts, faults, pause);
  }
}
