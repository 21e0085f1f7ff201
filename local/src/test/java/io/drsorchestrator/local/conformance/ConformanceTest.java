package io.drsorchestrator.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.aws.dynamodb.LocalDynamoDb;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult.Status;

/** Our own handler passes every case of the suite. */
final class ConformanceTest {

  @TestFactory
  Stream<DynamicTest> our_handler_conforms() {
    try (var dynamoDb = LocalDynamoDb.start(0);
        var world = World.ofOurs(dynamoDb, Sabotage.NONE)) {
      var results = Suite.run(world.settings(), CaseTable.classes());
      assertThat(results).isNotEmpty();
      return results.entrySet().stream()
          .map(
              result ->
                  DynamicTest.dynamicTest(
                      result.getKey(),
                      () -> {
                        if (result.getValue().getStatus() != Status.SUCCESSFUL) {
                          throw result.getValue().getThrowable().orElseThrow();
                        }
                      }));
    }
  }
}
