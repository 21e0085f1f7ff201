package io.drsorchestrator.local.aws;

import io.drsorchestrator.local.aws.api.Accounts;
import io.drsorchestrator.local.aws.drs.DrsSettings;
import io.drsorchestrator.local.aws.drs.Quotas;
import io.drsorchestrator.local.aws.drs.SourceServer;
import io.drsorchestrator.local.aws.fault.Pause;
import io.drsorchestrator.local.aws.scenario.Scenario;
import io.drsorchestrator.local.aws.sts.TargetRole;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The parts of a {@link SimulatedAws}, each with a default. */
public final class SimulatedAwsBuilder {

  /** The account of all access keys that nobody registered. */
  public static final String DEFAULT_ACCOUNT = "111122223333";

  private final InstantSource clock;
  private Scenario scenario = Scenario.CALM;
  private String defaultAccount = DEFAULT_ACCOUNT;
  private Map<String, String> accounts = Map.of();
  private List<SourceServer> servers = List.of();
  private List<TargetRole> roles = List.of();
  private Pause pause = Pause.REAL;
  private Function<DrsSettings, DrsSettings> overrides = Function.identity();

  SimulatedAwsBuilder(InstantSource clock) {
    this.clock = clock;
  }

  /** What goes wrong; nothing by default. */
  public SimulatedAwsBuilder scenario(Scenario choice) {
    this.scenario = choice;
    return this;
  }

  /** Another seed than the scenario's. */
  public SimulatedAwsBuilder seed(long seed) {
    return overriding(s -> new DrsSettings(seed, s.pageSize(), s.quotas(), s.timings()));
  }

  /** Another page size than the scenario's. */
  public SimulatedAwsBuilder pageSize(int pageSize) {
    return overriding(s -> new DrsSettings(s.seed(), pageSize, s.quotas(), s.timings()));
  }

  /** Other quotas than the scenario's. */
  public SimulatedAwsBuilder quotas(Quotas quotas) {
    return overriding(s -> new DrsSettings(s.seed(), s.pageSize(), quotas, s.timings()));
  }

  /** The account of unknown access keys. */
  public SimulatedAwsBuilder defaultAccount(String accountId) {
    this.defaultAccount = accountId;
    return this;
  }

  /** The accounts of access keys. */
  public SimulatedAwsBuilder accounts(Map<String, String> accountIdsByAccessKeyId) {
    this.accounts = accountIdsByAccessKeyId;
    return this;
  }

  /** The source servers at the beginning. */
  public SimulatedAwsBuilder sourceServers(List<SourceServer> all) {
    this.servers = all;
    return this;
  }

  /** The roles that the default account may assume at the beginning. */
  public SimulatedAwsBuilder roles(List<TargetRole> all) {
    this.roles = all;
    return this;
  }

  /** How delayed calls wait; in real time by default. */
  public SimulatedAwsBuilder pause(Pause choice) {
    this.pause = choice;
    return this;
  }

  /** The simulation. */
  public SimulatedAws build() {
    Scenario settled = scenario.withSettings(overrides.apply(scenario.settings()));
    SimulatedAws aws =
        new SimulatedAws(clock, settled, new Accounts(defaultAccount, accounts), pause);
    aws.register(servers);
    roles.forEach(aws::add);
    return aws;
  }

  private SimulatedAwsBuilder overriding(Function<DrsSettings, DrsSettings> override) {
    this.overrides = overrides.andThen(override);
    return this;
  }
}
