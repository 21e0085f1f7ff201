package io.drsorchestrator.adapter.out.sts;

import io.drsorchestrator.adapter.out.Bounded;
import io.drsorchestrator.application.port.DrsScope;
import io.vavr.Lazy;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * The roles in target accounts, one for each ARN and external id, whatever the Region and service
 * that it is used for. STS is asked in the orchestrator's own Region: the tokens of a regional
 * endpoint are good everywhere.
 */
public final class AssumedRoles {

  private static final String SESSION = "drs-orchestration";
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final Duration RENEWED_BEFORE_EXPIRY = Duration.ofMinutes(10);

  private record Key(String arn, String externalId) {}

  private final Bounded<Key, AssumedRole> roles = new Bounded<>(this::role, AssumedRole::close);
  private final Lazy<StsClient> sts;

  /** {@code sts} is asked for with the first role: most executions need none. */
  public AssumedRoles(Supplier<StsClient> sts) {
    this.sts = Lazy.of(sts);
  }

  /** Has credentials, or else throws: nobody calls a service in another account's name. */
  public AwsCredentialsProvider of(DrsScope scope) {
    var role = roles.of(new Key(RoleArn.of(scope), scope.account().roleExternalId()));
    role.resolveCredentials();
    return role;
  }

  private AssumedRole role(Key key) {
    var request =
        AssumeRoleRequest.builder()
            .roleArn(key.arn())
            .roleSessionName(SESSION)
            .externalId(key.externalId())
            .durationSeconds((int) LIFETIME.toSeconds())
            .build();
    return new AssumedRole(
        key.arn(),
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(sts.get())
            .refreshRequest(request)
            .prefetchTime(RENEWED_BEFORE_EXPIRY)
            .build());
  }
}
