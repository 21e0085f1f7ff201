package io.drsorchestrator.local.requirements;

import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What stands in the files of this repository, by path and by the names of tests. */
final class Repository {

  static final Path ROOT = Path.of("..");

  private static final String TESTS = "src/test/java";

  private final Map<String, Path> tests;

  private Repository(Map<String, Path> tests) {
    this.tests = tests;
  }

  static Repository of(Vector<String> modules) {
    return new Repository(
        modules
            .flatMap(module -> files(ROOT.resolve(module).resolve(TESTS)))
            .toMap(file -> String.valueOf(file.getFileName()).replace(".java", ""), file -> file));
  }

  private static Vector<Path> files(Path folder) {
    try (var files = Files.walk(folder)) {
      return Vector.ofAll(files.filter(file -> file.toString().endsWith(".java")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The module that has the test class {@code name}. */
  Option<String> moduleOf(String name) {
    return tests.get(name).map(file -> ROOT.relativize(file).getName(0).toString());
  }

  /** Whether it is a script, a test class, or {@code class#method}, also a rule of ArchUnit. */
  boolean has(String holder) throws IOException {
    if (holder.startsWith(".")) {
      return Files.isExecutable(ROOT.resolve(holder));
    }
    var parts = holder.split("#", 2);
    var file = tests.get(parts[0]);
    return file.isDefined() && (parts.length == 1 || declares(file.get(), parts[1]));
  }

  private static boolean declares(Path file, String method) throws IOException {
    var declared = "(void|boolean|ArchRule)\\s+" + Pattern.quote(method) + "\\s*[(=]";
    return Pattern.compile(declared).matcher(Files.readString(file)).find();
  }
}
