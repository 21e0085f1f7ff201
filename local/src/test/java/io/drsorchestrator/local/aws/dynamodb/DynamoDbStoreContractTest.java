package io.drsorchestrator.local.aws.dynamodb;

import io.drsorchestrator.application.contract.CompletionsContract;
import io.drsorchestrator.application.contract.DeletionsContract;
import io.drsorchestrator.application.contract.DrillRemindersContract;
import io.drsorchestrator.application.contract.EndedExecutionsContract;
import io.drsorchestrator.application.contract.EndingsContract;
import io.drsorchestrator.application.contract.GatesContract;
import io.drsorchestrator.application.contract.ListingContract;
import io.drsorchestrator.application.contract.NewExecutionsContract;
import io.drsorchestrator.application.contract.OperatorRequestsContract;
import io.drsorchestrator.application.contract.PauseRemindersContract;
import io.drsorchestrator.application.contract.PlanLocksContract;
import io.drsorchestrator.application.contract.ReadsContract;
import io.drsorchestrator.application.contract.TargetAccountsContract;
import io.drsorchestrator.application.contract.TerminationsContract;
import io.drsorchestrator.application.contract.TestedStore;
import io.drsorchestrator.application.contract.WaveClaimsContract;
import io.drsorchestrator.application.contract.WaveRecordsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** The real store on AWS's own engine keeps the contracts that the one in memory keeps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbStoreContractTest {

  private final DynamoDbTestedStore store = DynamoDbTestedStore.start();

  @AfterAll
  void stop() {
    store.close();
  }

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
