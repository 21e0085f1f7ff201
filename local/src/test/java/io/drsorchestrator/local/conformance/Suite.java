package io.drsorchestrator.local.conformance;

import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The suite, run by JUnit's launcher. */
final class Suite {

  static final String PACKAGE = "io.drsorchestrator.conformance";

  /** Most of the time a case waits for DRS. */
  private static final Map<String, String> PARALLEL =
      Map.of(
          "junit.jupiter.execution.parallel.enabled", "true",
          "junit.jupiter.execution.parallel.mode.default", "concurrent",
          "junit.jupiter.execution.parallel.config.strategy", "fixed",
          "junit.jupiter.execution.parallel.config.fixed.parallelism", "6");

  private Suite() {}

  /** What became of each case, by its name. */
  static SortedMap<String, TestExecutionResult> run(
      Map<String, String> settings, Collection<Class<?>> classes) {
    var results = new ConcurrentSkipListMap<String, TestExecutionResult>();
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(classes.stream().map(DiscoverySelectors::selectClass).toList())
            .filters(includeEngines("junit-jupiter"))
            .configurationParameters(PARALLEL)
            .configurationParameters(settings)
            .build();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .ifPresent(source -> results.put(name((MethodSource) source), result));
              }
            });
    return results;
  }

  private static String name(MethodSource source) {
    return source.getMethodName();
  }
}
