package io.drsorchestrator.local.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which file is served at which path; nothing else is. */
final class ConsoleFiles {

  private static final List<String> OWN =
      List.of(
          "console.css",
          "icon.svg",
          "api.js",
          "app.js",
          "commands.js",
          "dialog.js",
          "execution.js",
          "executions.js",
          "parts.js",
          "start.js",
          "termination.js",
          "timeline.js",
          "words.js");

  private static final List<String> LIT_HTML =
      List.of("lit-html.js", "directive.js", "directive-helpers.js", "directives/repeat.js");

  /** Resources by path. */
  static final Map<String, String> PATHS = paths();

  private ConsoleFiles() {}

  private static Map<String, String> paths() {
    var paths = new LinkedHashMap<String, String>();
    paths.put("/", "index.html");
    OWN.forEach(file -> paths.put("/console/" + file, file));
    LIT_HTML.forEach(
        file ->
            paths.put(
                "/console/lib/" + file, "/META-INF/resources/webjars/lit-html/3.3.2/" + file));
    return paths;
  }
}
