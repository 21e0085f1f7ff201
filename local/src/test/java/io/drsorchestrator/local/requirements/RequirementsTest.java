package io.drsorchestrator.local.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Stream;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/requirements.md} misses no number, and what it names is there and can be tried. */
class RequirementsTest {

  private static final Repository REPOSITORY =
      Repository.of(Vector.of("domain", "application", "adapters-aws", "adapters-lambda", "local"));

  /** The numbers of {@code requirements.md}, and how many each has; its lists are counted. */
  private static final List<String> IDS =
      Vector.of("US-1", "US-2", "US-3", "US-3A", "US-4", "US-5", "US-6", "US-7")
          .appendAll(numbered("AC-1", 5).appendAll(numbered("AC-2", 5)))
          .appendAll(numbered("AC-3", 5).appendAll(numbered("AC-3A", 7)))
          .appendAll(numbered("AC-4", 5).appendAll(numbered("AC-5", 5)))
          .appendAll(numbered("AC-6", 5).appendAll(numbered("AC-7", 8)))
          .appendAll(numbered("FR-1", 5).appendAll(numbered("FR-2", 10)))
          .appendAll(numbered("FR-3", 8).appendAll(numbered("FR-4", 5)))
          .appendAll(numbered("FR-5", 5).appendAll(numbered("FR-6", 5)))
          .appendAll(numbered("FR-7", 5).appendAll(numbered("FR-8", 10)))
          .appendAll(numbered("NFR-1", 4).appendAll(numbered("NFR-2", 4)))
          .appendAll(numbered("NFR-3", 4).appendAll(numbered("NFR-4", 4)))
          .appendAll(numbered("TC-1", 4).appendAll(numbered("TC-2", 4)))
          .appendAll(numbered("TC-3", 4).appendAll(numbered("SM-1", 4)))
          .appendAll(numbered("SM-2", 4).appendAll(numbered("SM-3", 4)))
          .appendAll(Vector.of("Risk-1", "Risk-2", "Risk-3", "Risk-4"))
          .asJava();

  private static Vector<String> numbered(String section, int items) {
    return Stream.rangeClosed(1, items).map(item -> section + "." + item).toVector();
  }

  private static Vector<Requirement> table() throws IOException {
    return Requirement.of(Files.readString(Path.of("..", "docs", "requirements.md")));
  }

  static List<Change> changes() throws IOException {
    var changes = new ArrayList<Change>();
    try (var files = Files.list(Path.of("..", ".ci", "sabotage", "changes"))) {
      for (var file : files.sorted().toList()) {
        changes.add(Change.read(file));
      }
    }
    return changes;
  }

  @Test
  void has_every_number_once_and_in_order() throws IOException {
    assertThat(table().map(Requirement::id)).containsExactlyElementsOf(IDS);
    assertThat(table().map(Requirement::gist)).noneMatch(String::isBlank);
  }

  @Test
  void names_tests_and_scripts_that_there_are() throws IOException {
    for (var row : table()) {
      assertThat(row.holders()).as(row.id()).isNotEmpty();
      for (var holder : row.holders()) {
        assertThat(REPOSITORY.has(holder)).as(row.id() + " is held by " + holder).isTrue();
      }
    }
  }

  /** Both ways, and the test that turns red is one of those that hold the requirement. */
  @Test
  void every_row_names_the_changes_that_name_it() throws IOException {
    var changes = Vector.ofAll(changes());
    for (var row : table()) {
      var about = changes.filter(change -> change.requirements().contains(row.id()));
      assertThat(row.changes()).as(row.id()).isNotEmpty().isEqualTo(about.map(Change::name));
      assertThat(row.holders().map(holder -> holder.split("#", 2)[0]))
          .as(row.id())
          .containsAll(about.map(Change::redTest));
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_change_can_be_made_and_says_who_minds(Change change) throws IOException {
    assertThat(IDS).containsAll(change.requirements());
    assertThat(change.the("Plants")).endsWith(".");
    var text = Files.readString(Repository.ROOT.resolve(change.the("File")));
    assertThat(change.all("From")).isNotEmpty();
    for (var from : change.all("From")) {
      assertThat(text.split(Pattern.quote(from), -1))
          .as("the text '%s' stands once in %s", from, change.the("File"))
          .hasSize(2);
    }
    assertThat(REPOSITORY.has(change.red().get(1))).as(change.the("Red")).isTrue();
    assertThat(REPOSITORY.moduleOf(change.redTest())).contains(change.red().get(0));
  }
}
