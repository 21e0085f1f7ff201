package io.drsorchestrator.application.contract;

import io.drsorchestrator.application.memory.InMemoryStore;
import org.junit.jupiter.api.Nested;

/** The store in memory keeps the contracts that DynamoDB keeps. */
class InMemoryStoreContractTest {

  private final TestedStore store = TestedStore.of(new InMemoryStore());

  @Nested
  class NewExecutions extends NewExecutionsContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class PlanLocks extends PlanLocksContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class WaveClaims extends WaveClaimsContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class WaveRecords extends WaveRecordsContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class Gates extends GatesContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class OperatorRequests extends OperatorRequestsContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class PauseReminders extends PauseRemindersContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class DrillReminders extends DrillRemindersContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class Endings extends EndingsContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class Completions extends CompletionsContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class EndedExecutions extends EndedExecutionsContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class Reads extends ReadsContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class Terminations extends TerminationsContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class Listing extends ListingContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class Deletions extends DeletionsContract {
    @Override
    protected TestedStore tested() {
      return store;
    }
  }

  @Nested
  class TargetAccounts extends TargetAccountsContract {

    @Override
    protected TestedStore tested() {
      return store;
    }
  }
}
