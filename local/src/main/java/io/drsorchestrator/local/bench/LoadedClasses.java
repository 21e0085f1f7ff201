package io.drsorchestrator.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a start is spent on, from the JVM's own log of loaded classes: the time from one load to the
 * next counts for the library of the class that was loaded before it.
 */
final class LoadedClasses {

  private static final Pattern LINE = Pattern.compile("\\[(\\d+)ns\\] (\\S+) source: .*");

  /** The first that fits counts. */
  private static final Map<String, List<String>> LIBRARIES = libraries();

  private static final class Share {
    private int classes;
    private long nanos;
  }

  private LoadedClasses() {}

  private static Map<String, List<String>> libraries() {
    var libraries = new LinkedHashMap<String, List<String>>();
    libraries.put("handler", List.of("io.drsorchestrator."));
    libraries.put("clients (AWS SDK)", List.of("software.amazon."));
    libraries.put("JSON (Jackson)", List.of("com.fasterxml."));
    libraries.put("logging", List.of("org.slf4j.", "ch.qos.logback.", "java.util.logging."));
    libraries.put("Vavr", List.of("io.vavr."));
    libraries.put("runtime interface client", List.of("com.amazonaws."));
    libraries.put("HTTP and TLS of the JDK", List.of("sun.net.", "java.net.", "sun.security."));
    libraries.put("lambda forms", List.of("java.lang.invoke.", "jdk.internal.org.objectweb."));
    libraries.put("JDK", List.of(""));
    return libraries;
  }

  /** The flag that makes a process write the log. */
  static String flag(Path log) {
    return "-Xlog:class+load=info:file=" + log + ":uptimenanos";
  }

  static String table(Path log) throws IOException {
    var shares = new LinkedHashMap<String, Share>();
    LIBRARIES.keySet().forEach(library -> shares.put(library, new Share()));
    long last = 0;
    var library = "JDK";
    for (var line : Files.readAllLines(log)) {
      var match = LINE.matcher(line);
      if (match.matches()) {
        var at = Long.parseLong(match.group(1));
        share(shares, library).nanos += at - last;
        last = at;
        library = library(match.group(2));
        share(shares, library).classes++;
      }
    }
    return shares.entrySet().stream().map(LoadedClasses::row).collect(Collectors.joining("\n"));
  }

  private static Share share(Map<String, Share> shares, String library) {
    return shares.computeIfAbsent(library, name -> new Share());
  }

  private static String row(Map.Entry<String, Share> share) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.0f |",
        share.getKey(),
        share.getValue().classes,
        share.getValue().nanos / 1e6);
  }

  private static String library(String className) {
    return LIBRARIES.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(className::startsWith))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
