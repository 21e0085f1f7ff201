package io.drsorchestrator.local.cfn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which actions the store needs on which table: a permission on another table is none. */
final class TableCalls {

  private static final String PACKAGE = "io.drsorchestrator.adapter.out.dynamodb.";

  /** The one place that gives each part of the store its table. */
  private static final Path WIRING =
      Path.of("../adapters-aws/src/main/java", PACKAGE.replace('.', '/') + "DynamoDbStore.java");

  private static final Pattern PART =
      Pattern.compile(
          "new (DynamoDb\\w+|HistoryWrites)\\((?:dynamoDb, )?(history|writes|tables\\.(\\w+)\\(\\))");

  private TableCalls() {}

  /** The actions by the name that a table has in the contract, without prefix and suffix. */
  static Map<String, Set<String>> byTable() {
    var calls = new TreeMap<String, Set<String>>();
    PART.matcher(wiring())
        .results()
        .forEach(
            part ->
                calls
                    .computeIfAbsent(table(part.group(3)), name -> new TreeSet<>())
                    .addAll(SdkCalls.through(PACKAGE + part.group(1))));
    return calls;
  }

  private static String table(@Nullable String component) {
    return component == null
        ? "execution-history"
        : component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String wiring() {
    try {
      return Files.readString(WIRING).replaceAll("\\s+", " ").replace("( ", "(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
