package io.drsorchestrator.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Which Java a {@code java} program is, by the file {@code release} of its JDK. */
final class JavaRelease {

  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)([^\"]*)\"");
  private static final int FIRST_WITH_ONE_STEP_AOT = 25;

  private final String version;
  private final int feature;

  JavaRelease(Path java) throws IOException {
    var file = java.toRealPath().resolve("../../release").normalize();
    var match = VERSION.matcher(Files.readString(file));
    if (!match.find()) {
      throw new IOException(file + " has no JAVA_VERSION");
    }
    version = match.group(1) + match.group(2);
    feature = Integer.parseInt(match.group(1));
  }

  int feature() {
    return feature;
  }

  /** JEP 514: recorded and written by one start. */
  boolean hasAotCache() {
    return feature >= FIRST_WITH_ONE_STEP_AOT;
  }

  @Override
  public String toString() {
    return "JDK " + version;
  }
}
