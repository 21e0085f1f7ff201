package io.drsorchestrator.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A Java of the modules that the function needs and no others, as a container image would have. */
final class JavaImage {

  private static final String MODULES =
      "java.base,java.logging,java.management,java.naming,java.xml,jdk.unsupported";

  private JavaImage() {}

  /** Links one by the JDK of {@code java}, and tells its {@code java}. */
  static Path of(Path java, Path directory) throws IOException, InterruptedException {
    var jlink = java.toRealPath().resolveSibling("jlink").toString();
    var command =
        List.of(
            jlink,
            "--add-modules",
            MODULES,
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--generate-cds-archive",
            "--output",
            directory.toString());
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
    return directory.resolve("bin/java");
  }
}
