package io.drsorchestrator.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** What is in a jar: files by name, in the order of the jar, without directories. */
record JarContent(Map<String, byte[]> entries) {

  private static final String CLASS = ".class";

  /** Of every entry, so that the same classes make the same jar. */
  private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 1, 1, 0, 0);

  static JarContent read(Path jar) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        try (var content = zip.getInputStream(entry)) {
          entries.put(entry.getName(), content.readAllBytes());
        }
      }
    }
    return new JarContent(entries);
  }

  void write(Path jar) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (var entry : entries.entrySet()) {
        var written = new ZipEntry(entry.getKey());
        written.setTimeLocal(WRITTEN);
        zip.putNextEntry(written);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }

  /** The internal name, such as {@code java/lang/String}, of a class file; else the name itself. */
  static String className(String entry) {
    return isClass(entry) ? entry.substring(0, entry.length() - CLASS.length()) : entry;
  }

  static boolean isClass(String entry) {
    return entry.endsWith(CLASS);
  }
}
