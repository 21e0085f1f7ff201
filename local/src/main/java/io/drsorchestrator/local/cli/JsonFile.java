package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file that {@code --json} names; {@code -} is standard output. */
final class JsonFile {

  private JsonFile() {}

  static void write(@Nullable Path file, JsonNode document) throws IOException {
    if (file == null) {
      return;
    }
    var text =
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document)
            + System.lineSeparator();
    if (isStandardOutput(file)) {
      System.out.print(text);
    } else {
      Files.writeString(file, text);
    }
  }

  static boolean isStandardOutput(@Nullable Path file) {
    return file != null && file.toString().equals("-");
  }
}
