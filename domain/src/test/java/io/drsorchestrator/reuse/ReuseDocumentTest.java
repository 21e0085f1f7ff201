package io.drsorchestrator.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Keeps the code in {@code docs/reuse.md} that of this package. After an intended change run it
 * with {@code -Dreuse.update=true}, which writes the document anew.
 */
final class ReuseDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "reuse.md");
  private static final Path SOURCES = Path.of("src/test/java/io/drsorchestrator/reuse");
  private static final Pattern CODE =
      Pattern.compile("<!-- code (\\w+\\.java) -->\n```java\n(.*?)```\n", Pattern.DOTALL);

  @Test
  void the_code_in_the_document_is_the_code_that_is_compiled() throws IOException {
    var written = Files.readString(DOCUMENT);
    var real =
        CODE.matcher(written).replaceAll(block -> Matcher.quoteReplacement(real(block.group(1))));
    if (Boolean.getBoolean("reuse.update")) {
      Files.writeString(DOCUMENT, real);
    }
    assertThat(written).contains("<!-- code RestoreDrill.java -->").isEqualTo(real);
  }

  private static String real(String file) {
    try {
      var code = Files.readString(SOURCES.resolve(file));
      return "<!-- code %s -->\n```java\n%s```\n".formatted(file, code);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
