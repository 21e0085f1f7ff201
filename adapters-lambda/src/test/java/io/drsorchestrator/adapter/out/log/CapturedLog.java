package io.drsorchestrator.adapter.out.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** What is logged while something is done, as the very lines that the function writes. */
public final class CapturedLog {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CapturedLog() {}

  public static Vector<String> lines(Runnable work) {
    var logger = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(JsonLogging.OURS);
    var kept = new ListAppender<ILoggingEvent>();
    kept.start();
    logger.addAppender(kept);
    logger.setAdditive(false);
    try {
      work.run();
    } finally {
      logger.setAdditive(true);
      logger.detachAppender(kept);
    }
    var encoder = new JsonLineEncoder();
    return Vector.ofAll(kept.list)
        .map(entry -> new String(encoder.encode(entry), StandardCharsets.UTF_8));
  }

  public static Vector<JsonNode> json(Runnable work) {
    return lines(work).map(CapturedLog::parsed);
  }

  private static JsonNode parsed(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
