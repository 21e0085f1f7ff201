package io.drsorchestrator.local.log;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file to which the handler's lines are written as they come. */
public final class LogFile implements AutoCloseable {

  private final BufferedWriter writer;
  private final HandlerLog log;

  private LogFile(BufferedWriter writer) {
    this.writer = writer;
    this.log = HandlerLog.to(this::write);
  }

  /** A new file, or the same one from the beginning. */
  public static LogFile open(Path file) throws IOException {
    return new LogFile(Files.newBufferedWriter(file));
  }

  private void write(String line) {
    try {
      writer.write(line);
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    log.close();
    writer.close();
  }
}
