package io.drsorchestrator.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the table of cases in {@code docs/conformance.md} that of the suite. */
final class ConformanceDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "conformance.md");
  private static final String BEGIN = "<!-- cases -->\n";
  private static final String END = "<!-- end -->";

  @Test
  void the_document_has_every_case() throws IOException {
    var written = Files.readString(DOCUMENT);
    var real =
        written.substring(0, written.indexOf(BEGIN) + BEGIN.length())
            + CaseTable.markdown()
            + written.substring(written.indexOf(END));
    if (Boolean.getBoolean("conformance.update")) {
      Files.writeString(DOCUMENT, real);
    }
    assertThat(written).isEqualTo(real);
  }
}
