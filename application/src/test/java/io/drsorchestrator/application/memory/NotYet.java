package io.drsorchestrator.application.memory;

import java.lang.reflect.Proxy;

/** A port that nobody has written yet. */
public final class NotYet {

  private NotYet() {}

  public static <P> P port(Class<P> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(
                  port.getSimpleName() + "." + method.getName());
            }));
  }
}
