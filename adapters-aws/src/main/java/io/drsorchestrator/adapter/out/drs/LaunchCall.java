package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.SdkClients;
import io.drsorchestrator.application.port.RecoveryJobs.Launch;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.server.SourceServerId;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.services.drs.model.StartRecoveryRequest;
import software.amazon.awssdk.services.drs.model.StartRecoveryRequestSourceServer;

/** The StartRecovery request. */
final class LaunchCall {

  /**
   * One attempt, whatever the client is set to: the call is not idempotent, so that a second
   * attempt after a lost answer could start a second job (D26).
   */
  static final AwsRequestOverrideConfiguration ONCE =
      AwsRequestOverrideConfiguration.builder()
          .apiCallTimeout(SdkClients.CALL_TIMEOUT)
          .apiCallAttemptTimeout(SdkClients.CALL_TIMEOUT)
          .addPlugin(LaunchCall::neverRetry)
          .build();

  private LaunchCall() {}

  static StartRecoveryRequest of(Launch launch) {
    return StartRecoveryRequest.builder()
        .isDrill(launch.type() == ExecutionType.DRILL)
        .sourceServers(launch.serverIds().map(LaunchCall::latestData).toJavaList())
        .tags(JobTags.of(launch.key(), launch.wave()))
        .overrideConfiguration(ONCE)
        .build();
  }

  /** Without a snapshot id DRS takes a snapshot on demand. */
  private static StartRecoveryRequestSourceServer latestData(SourceServerId id) {
    return StartRecoveryRequestSourceServer.builder().sourceServerID(id.value()).build();
  }

  private static void neverRetry(SdkServiceClientConfiguration.Builder client) {
    client.overrideConfiguration(
        client.overrideConfiguration().toBuilder()
            .retryStrategy(AwsRetryStrategy.doNotRetry())
            .build());
  }
}
