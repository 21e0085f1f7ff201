package io.drsorchestrator.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/lifecycle.md} true. If it fails after an intended change of the domain, run it
 * with {@code -Dlifecycle.update=true} and look at the difference.
 */
class LifecycleDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "lifecycle.md");

  @Test
  void shows_what_the_domain_does() throws IOException {
    var drawn = LifecycleDocument.of(LifecycleExploration.complete());
    if (Boolean.getBoolean("lifecycle.update")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, drawn);
    }

    assertThat(DOCUMENT).content().isEqualTo(drawn);
  }
}
