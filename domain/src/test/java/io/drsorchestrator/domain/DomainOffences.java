package io.drsorchestrator.domain;

import io.drsorchestrator.domain.execution.CompletedExecution;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.execution.WorkflowAuthority;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Instant;

/** What no class of the domain may do. */
final class DomainOffences {

  private DomainOffences() {}

  /** Knows more than plain Java. */
  record KnowsFiles(Path file) {}

  /** Does something else every time. */
  static final class ReadsTheClock {

    private ReadsTheClock() {}

    static Instant now() {
      return Instant.now();
    }
  }

  /** Is another one afterwards. */
  static final class Changes {

    private int value;

    int next() {
      return ++value;
    }
  }

  /** Lets others make another one of it. */
  static final class HasASetter {

    private final int[] value = new int[1];

    void setValue(int next) {
      value[0] = next;
    }
  }

  /** Makes an execution complete without being asked by the workflow. */
  static final class Completes {

    private Completes() {}

    static Option<CompletedExecution> completed() {
      return Option.none();
    }
  }

  /** Speaks as if it were the workflow. */
  static final class GrantsAuthority {

    private GrantsAuthority() {}

    static WorkflowAuthority of(WorkflowArn workflow) {
      return WorkflowAuthority.ofCaller(workflow);
    }
  }
}
