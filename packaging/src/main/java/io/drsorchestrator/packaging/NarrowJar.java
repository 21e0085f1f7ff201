package io.drsorchestrator.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The step of the build that turns the whole jar into the one to deploy. */
public final class NarrowJar {

  private NarrowJar() {}

  /** {@code args}: the whole jar, and the one to write. */
  public static void main(String[] args) throws IOException {
    var from = Path.of(args[0]);
    var to = Path.of(args[1]);
    var whole = JarContent.read(from);
    var narrow = new Narrowing(whole).narrowed();
    narrow.write(to);
    System.out.printf(
        "%s: %d of %d entries, %.1f of %.1f MB%n",
        to.getFileName(),
        narrow.entries().size(),
        whole.entries().size(),
        Files.size(to) / 1e6,
        Files.size(from) / 1e6);
  }
}
