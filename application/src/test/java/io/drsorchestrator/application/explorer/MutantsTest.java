package io.drsorchestrator.application.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.explorer.Mutants.Fate;
import io.drsorchestrator.application.explorer.Order.Kind;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing that is taken from the product on purpose goes unnoticed. */
final class MutantsTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "mutants.md");

  private static Vector<Fate> fates = Vector.empty();

  @BeforeAll
  static void hunt() {
    fates = Mutants.fates();
    fates.forEach(MutantsTest::print);
  }

  private static void print(Fate fate) {
    var found = fate.found().violation().map(Violation::toString).getOrElse("SURVIVES");
    System.out.printf("%-70s %3d moves, %s%n", fate.mutant().name(), fate.moves(), found);
    if (Boolean.getBoolean("mutants.scripts")) {
      fate.found().script().forEach(line -> System.out.println("    " + line));
      fate.found().after().forEach(line -> System.out.println("    ... " + line));
    }
  }

  @Test
  void every_mutant_is_killed() {
    assertThat(fates.reject(Fate::isKilled).map(fate -> fate.mutant().mutant().name())).isEmpty();
  }

  @Test
  void what_stands_behind_another_guard_is_harmless_alone() {
    assertThat(fates.reject(Fate::isHarmless).map(fate -> fate.mutant().name())).isEmpty();
  }

  @Test
  void every_condition_of_every_write_is_taken_away_once() {
    var conditions = new ConcurrentSkipListSet<String>();
    var listening =
        Mutant.named("listening")
            .guards(
                (write, clause) -> {
                  conditions.add(Mutant.without(write, clause).name());
                  return true;
                });
    var everybody = Case.scope("g", Kind.values()).troubledBy(1, Trouble.values());
    Search.run(everybody, listening, 20_000);

    var names = GuardMutants.all().appendAll(RaceMutants.all()).map(Case::name).toJavaSet();
    conditions.removeIf(name -> name.endsWith("\"exists\""));
    assertThat(conditions).hasSizeGreaterThan(30);
    assertThat(names).containsAll(conditions);
  }

  @Test
  void every_test_that_is_named_exists() throws IOException {
    try (var files = Files.walk(Path.of(".."))) {
      var tests =
          files
              .filter(file -> file.toString().matches(".*/src/test/.*(Test|Contract)\\.java"))
              .toList();
      for (var defect : Elsewhere.ALL) {
        assertThat(tests)
            .as("%s.%s", defect.type(), defect.method())
            .anyMatch(file -> has(file, defect));
      }
    }
  }

  private static boolean has(Path file, Elsewhere defect) {
    return file.endsWith(defect.type() + ".java")
        && read(file).contains("void " + defect.method() + "(");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void every_defect_of_the_contract_has_its_row() {
    Set<String> named =
        Mutants.all().map(Case::of).appendAll(Elsewhere.ALL.map(Elsewhere::of)).toJavaSet();

    assertThat(named).containsAll(Vector.rangeClosed(1, 49).map(n -> "D" + n));
  }

  @Test
  void the_document_shows_what_was_found() throws IOException {
    var drawn = MutantsDocument.of(fates);
    if (Boolean.getBoolean("mutants.write")) {
      Files.writeString(DOCUMENT, drawn);
    }

    assertThat(DOCUMENT).content().isEqualTo(drawn);
  }
}
