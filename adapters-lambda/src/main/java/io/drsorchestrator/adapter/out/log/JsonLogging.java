package io.drsorchestrator.adapter.out.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * The set-up of Logback, found as a service: no file is parsed at a cold start. Ours is logged from
 * INFO on, the SDK from WARN on.
 */
public final class JsonLogging extends ContextAwareBase implements Configurator {

  /** The logger of everything that is ours. */
  public static final String OURS = "io.drsorchestrator";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    var encoder = new JsonLineEncoder();
    encoder.setContext(context);
    encoder.start();
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setEncoder(encoder);
    // Lambda takes both streams; on a machine of one's own the other one is for results.
    console.setTarget(ConsoleTarget.SystemErr.getName());
    console.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(console);
    context.getLogger(OURS).setLevel(Level.INFO);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
