package io.drsorchestrator.adapter.in.lambda;

import java.lang.reflect.Proxy;

/** A port that nobody has written yet. */
final class NotYet {

  private NotYet() {}

  static <P> P port(Class<P> port) {
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
