package io.drsorchestrator.local.requirements;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One planted defect of {@code .ci/sabotage/changes}: texts to replace, and the test that minds.
 */
record Change(String name, Vector<String> lines) {

  static Change read(Path file) throws IOException {
    return new Change(String.valueOf(file.getFileName()), Vector.ofAll(Files.readAllLines(file)));
  }

  /** The only text behind {@code key}. */
  String the(String key) {
    var all = all(key);
    if (all.size() != 1 || all.head().isBlank()) {
      throw new IllegalArgumentException("%s has no %s, or several".formatted(name, key));
    }
    return all.head();
  }

  Vector<String> all(String key) {
    return lines
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1))
        .map(text -> text.startsWith(" ") ? text.substring(1) : text);
  }

  Vector<String> requirements() {
    return Vector.of(the("Requirements").split(" ", -1));
  }

  /** The module, and the test that turns red there. */
  Vector<String> red() {
    return Vector.of(the("Red").split(" ", -1));
  }

  /** The class of that test, or the script. */
  String redTest() {
    return red().get(1).split("#", -1)[0];
  }
}
