package io.drsorchestrator.local.aws.sts;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The roles of all accounts. */
public final class Roles {

  private final List<TargetRole> roles = new CopyOnWriteArrayList<>();

  /** Adds a role; one of the same account and name is replaced. */
  public void add(TargetRole role) {
    roles.removeIf(it -> it.accountId().equals(role.accountId()) && it.name().equals(role.name()));
    roles.add(role);
  }

  Optional<TargetRole> find(String arn, String region) {
    return roles.stream().filter(role -> role.arn(region).equals(arn)).findFirst();
  }
}
