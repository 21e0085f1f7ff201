package io.drsorchestrator.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where what was measured goes. */
public final class Reports {

  private Reports() {}

  /** Into a part of the document, or on the screen if there is none. */
  public static void publish(String report, String part, @Nullable Path document)
      throws IOException {
    if (document == null) {
      System.out.println(report);
    } else {
      new Document(document).write(part, report);
    }
  }
}
