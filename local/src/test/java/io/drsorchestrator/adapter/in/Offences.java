package io.drsorchestrator.adapter.in;

import io.drsorchestrator.adapter.out.dynamodb.DynamoDbStore;
import io.drsorchestrator.application.port.Completions;
import io.drsorchestrator.bootstrap.LambdaBootstrap;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.execution.WorkflowAuthority;
import io.drsorchestrator.local.system.LocalSystem;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import software.amazon.awssdk.services.drs.model.Job;

/** What nothing that calls the use cases may do. */
public final class Offences {

  private Offences() {}

  /** Goes past the use cases. */
  public record KnowsTheStore(DynamoDbStore store) {}

  /** Lets a class of AWS decide something. */
  public record KnowsTheSdk(Job job) {}

  /** Has the port that completes an execution. */
  public record Completes(Completions completions) {}

  /** Could not run where the local system is not. */
  public record KnowsTheLocalSystem(LocalSystem system) {}

  /** Cannot be wired otherwise. */
  public static final class WiresItself {

    private WiresItself() {}

    static Object wired(InstantSource clock) {
      return LambdaBootstrap.useCases(Map.of(), clock);
    }
  }

  /** Speaks as if it were the workflow. */
  public static final class GrantsAuthority {

    private GrantsAuthority() {}

    static WorkflowAuthority of(WorkflowArn workflow) {
      return WorkflowAuthority.ofCaller(workflow);
    }
  }

  /** Does something else every time. */
  public static final class ReadsTheClock {

    private ReadsTheClock() {}

    static long now() {
      return Instant.EPOCH.until(Instant.now(), ChronoUnit.SECONDS);
    }
  }
}
