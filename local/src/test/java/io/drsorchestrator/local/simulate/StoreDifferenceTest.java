package io.drsorchestrator.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.adapter.out.dynamodb.Tables;
import io.drsorchestrator.local.aws.dynamodb.OrchestratorTables;
import io.drsorchestrator.local.simulate.run.Run;
import io.drsorchestrator.local.simulate.run.SharedClients;
import io.drsorchestrator.local.simulate.run.Wiring;
import io.drsorchestrator.local.simulate.scenario.Draw;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/**
 * Everything that the handler asks the model of DynamoDB in some runs without faults is asked of
 * DynamoDB Local as well: answers, refusals and what is stored in the end are the same.
 */
final class StoreDifferenceTest {

  private static final Tables TABLES = new Tables("history", "plans", "groups", "accounts");
  private static final int RUNS = Integer.getInteger("simulate.differences", 12);

  @Test
  void the_model_answers_as_dynamodb_local_does() {
    int asked = 0;
    int refused = 0;
    try (var clients = new SharedClients()) {
      for (long seed = 1; seed <= RUNS; seed++) {
        var engine = DynamoDBEmbedded.create(true).dynamoDbClient();
        OrchestratorTables.create(engine, TABLES);
        var both = new Compared(engine);
        var scenario = Draw.scenario(seed, Optional.empty()).withFaults(List.of());

        var outcome =
            Run.of(scenario, new Wiring(both::besides, UnaryOperator.identity()), clients, false);

        assertThat(outcome.violation()).as("seed " + seed).isEmpty();
        assertThat(both.differences()).as("seed " + seed).isEmpty();
        asked += both.asked();
        refused += both.refused();
        engine.close();
      }
    }
    System.out.printf("store: %d calls, %d refused writes, no difference%n", asked, refused);
    assertThat(refused).as("or else nothing was compared that matters").isPositive();
  }
}
