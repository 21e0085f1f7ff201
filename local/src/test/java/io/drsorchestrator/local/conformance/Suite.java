package io.drsorchestrator.local.conformance;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The suite, run by JUnit's launcher. */
final class Suite {

  static final String PACKAGE = "io.drsorchestrator.conformance";

  private Suite() {}

  /** What became of each case, by its name. */
  static SortedMap<String, TestExecutionResult> run(Map<String, String> settings) {
    var results = new TreeMap<String, TestExecutionResult>();
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectPackage(PACKAGE))
            .filters(includeClassNamePatterns(".*Cases"))
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
