package io.drsorchestrator.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A document with parts that a command writes, each between comments with its name. */
record Document(Path file) {

  /** Replaces a part, and nothing else. */
  void write(String part, String content) throws IOException {
    var begin = "<!-- %s -->".formatted(part);
    var end = "<!-- end of %s -->".formatted(part);
    var old = Files.readString(file);
    var place =
        Pattern.compile(Pattern.quote(begin) + ".*" + Pattern.quote(end), Pattern.DOTALL)
            .matcher(old);
    if (!place.find()) {
      throw new IOException(file + " has no part " + begin);
    }
    var written = begin + "\n" + content + "\n" + end;
    Files.writeString(file, old.substring(0, place.start()) + written + old.substring(place.end()));
  }
}
