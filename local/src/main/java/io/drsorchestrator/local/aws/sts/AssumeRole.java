package io.drsorchestrator.local.aws.sts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.Accounts;
import io.drsorchestrator.local.aws.api.AwsLocation;
import io.drsorchestrator.local.aws.api.Json;
import io.drsorchestrator.local.aws.api.Seeded;
import io.drsorchestrator.local.aws.query.QueryParameters;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** AssumeRole: whoever may assume the role gets a key that acts in the role's account. */
final class AssumeRole {

  private static final int SHORTEST_SECONDS = 900;
  private static final int LONGEST_SECONDS = 43_200;
  private static final int DEFAULT_SECONDS = 3600;

  private final Roles roles;
  private final Accounts accounts;
  private final InstantSource clock;
  private final AtomicInteger sessions = new AtomicInteger();

  AssumeRole(Roles roles, Accounts accounts, InstantSource clock) {
    this.roles = roles;
    this.accounts = accounts;
    this.clock = clock;
  }

  ObjectNode answer(AwsLocation caller, QueryParameters parameters) {
    String arn = parameters.find("RoleArn").orElse("");
    String session = parameters.find("RoleSessionName").orElse("");
    if (!session.matches("[\\w+=,.@-]{2,64}")) {
      throw StsErrors.invalid("RoleSessionName", "must be 2 to 64 characters").toException();
    }
    TargetRole role =
        roles
            .find(arn, caller.region())
            .filter(it -> accounts.isDefault(caller.accountId()))
            .filter(it -> it.admits(parameters.find("ExternalId")))
            .orElseThrow(() -> StsErrors.denied(caller.accountId(), arn).toException());
    return tree(role, session, seconds(parameters));
  }

  private static int seconds(QueryParameters parameters) {
    String text = parameters.find("DurationSeconds").orElse("" + DEFAULT_SECONDS);
    int seconds = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
      throw StsErrors.invalid(
              "DurationSeconds", "must be " + SHORTEST_SECONDS + " to " + LONGEST_SECONDS)
          .toException();
    }
    return seconds;
  }

  private ObjectNode tree(TargetRole role, String session, int seconds) {
    String number = Integer.toString(sessions.incrementAndGet());
    String key = "ASIA" + Seeded.id("", 0, "key", number).toUpperCase(Locale.ROOT).substring(1);
    accounts.register(key, role.accountId());
    ObjectNode result = Json.object();
    result
        .putObject("Credentials")
        .put("AccessKeyId", key)
        .put("SecretAccessKey", "secret-" + number)
        .put("SessionToken", "token-" + number)
        .put("Expiration", Json.date(clock.instant().plusSeconds(seconds)));
    result
        .putObject("AssumedRoleUser")
        .put("AssumedRoleId", "AROA0000000000000000:" + session)
        .put(
            "Arn",
            "arn:aws:sts::%s:assumed-role/%s/%s".formatted(role.accountId(), role.name(), session));
    ObjectNode tree = Json.object();
    tree.set("AssumeRoleResult", result);
    return tree;
  }
}
