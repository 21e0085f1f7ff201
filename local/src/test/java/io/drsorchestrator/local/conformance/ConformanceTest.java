package io.drsorchestrator.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.aws.dynamodb.LocalDynamoDb;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;

/** The handler passes every case of the suite: ours, or the one at {@code conformance.lambda}. */
final class ConformanceTest {

  private static final int PORT = Integer.getInteger("conformance.port", 0);

  @TestFactory
  Stream<DynamicTest> the_handler_conforms() {
    try (var dynamoDb = LocalDynamoDb.start(PORT == 0 ? 0 : PORT + 1);
        var world = world(dynamoDb)) {
      var results = Suite.run(world.settings(), CaseTable.classes());
      assertThat(results).hasSameSizeAs(CaseTable.cases());
      return results.entrySet().stream()
          .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> check(one.getValue())));
    }
  }

  private static World world(LocalDynamoDb dynamoDb) {
    var lambda = System.getProperty("conformance.lambda");
    if (lambda == null) {
      return World.ofOurs(dynamoDb, Sabotage.NONE);
    }
    var name = System.getProperty("conformance.function", World.FUNCTION);
    return World.of(new RemoteFunction(URI.create(lambda), name), dynamoDb, PORT);
  }

  private static void check(TestExecutionResult result) throws Throwable {
    if (result.getStatus() != Status.SUCCESSFUL) {
      throw result.getThrowable().orElseThrow();
    }
  }
}
