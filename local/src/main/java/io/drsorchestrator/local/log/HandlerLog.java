package io.drsorchestrator.local.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.drsorchestrator.adapter.out.log.JsonLineEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** A copy of the lines that the handler logs while it runs in this process. */
public final class HandlerLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final JsonLineEncoder encoder = new JsonLineEncoder();
  private final Consumer<String> lines;

  private HandlerLog(Consumer<String> lines) {
    this.lines = lines;
  }

  /** Every line from now on, without its line end, until this is closed. */
  public static HandlerLog to(Consumer<String> lines) {
    var log = new HandlerLog(lines);
    log.setContext(root().getLoggerContext());
    log.start();
    root().addAppender(log);
    return log;
  }

  /** From now on only warnings and errors are on the screen. */
  public static void quiet() {
    root()
        .iteratorForAppenders()
        .forEachRemaining(
            appender -> {
              var filter = new ThresholdFilter();
              filter.setLevel(Level.WARN.toString());
              filter.start();
              appender.addFilter(filter);
            });
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Override
  protected void append(ILoggingEvent entry) {
    lines.accept(new String(encoder.encode(entry), StandardCharsets.UTF_8).stripTrailing());
  }

  @Override
  public void close() {
    root().detachAppender(this);
    stop();
  }
}
