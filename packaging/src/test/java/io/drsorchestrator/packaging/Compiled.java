package io.drsorchestrator.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Classes that a test writes as text. */
final class Compiled {

  private Compiled() {}

  /** The class files of {@code sources}, texts by the name of their file. */
  static JarContent of(Path work, Map<String, String> sources) throws IOException {
    var arguments = new ArrayList<>(List.of("-d", work.resolve("classes").toString()));
    for (var source : sources.entrySet()) {
      var file = work.resolve("sources").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    var code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IOException("javac ends with " + code);
    }
    return content(work.resolve("classes"));
  }

  private static JarContent content(Path classes) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var files = Files.walk(classes)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.put(classes.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return new JarContent(entries);
  }
}
