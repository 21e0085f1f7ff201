package io.drsorchestrator.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benches run and write what they measure; how much it is, no test says. */
final class BenchCommandTest {

  @TempDir private Path directory = Path.of("");

  private String written(String part, String... command) throws IOException {
    var document =
        Files.writeString(
            directory.resolve("figures.md"),
            "# Before\n<!-- %s -->\nold\n<!-- end of %s -->\nafter\n".formatted(part, part));
    var arguments = new ArrayList<>(List.of(command));
    arguments.add("--write");
    arguments.add(document.toString());
    assertThat(DrsLocal.commandLine().execute(arguments.toArray(String[]::new))).isZero();
    assertThat(document).content().startsWith("# Before\n").endsWith("\nafter\n");
    return Files.readString(document);
  }

  @Test
  void operations_are_measured_against_endpoints_in_another_process() throws IOException {
    var written =
        written(
            "operations", "bench operations --times 2 --warm-up 1 --most-waves 3".split(" ", -1));

    assertThat(written).doesNotContain("old", "NaN").contains("processors", "2 invocations each");
    assertThat(written.lines().filter(line -> line.startsWith("| poll that completes the wave |")))
        .as("by servers, and the line through the growth")
        .hasSize(4);
    assertThat(written)
        .containsPattern("\\| own time of finalize \\| 5 \\| [0-9.]+ \\| [0-9]+ % \\| ")
        .containsPattern("\\| 3 \\| 300 \\| [0-9]+ \\| ")
        .containsPattern("\\| 16 \\| [0-9]+ \\| ")
        .containsPattern("\\| [0-9]+ polls run, 16 at a time: [0-9]+ \\| ");
  }

  @Test
  void a_load_loses_nothing() throws IOException {
    var log = directory.resolve("load.log").toString();
    var command = "bench load --executions 10 --accounts 2 --time-scale 20 --log " + log;

    var written = written("load", command.split(" ", -1));

    assertThat(written)
        .contains("| executions on record | 10 | 10 | yes |", "| FAILED (fails) | 1 | 1 | yes |")
        .contains("| executions that the audit finds consistent | 10 | 10 | yes |")
        .doesNotContain("**no**", "NaN");
  }
}
