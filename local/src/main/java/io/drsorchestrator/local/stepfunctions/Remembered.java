package io.drsorchestrator.local.stepfunctions;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for. */
final class Remembered<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T value;

  Remembered(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    if (value == null) {
      value = maker.get();
    }
    return Objects.requireNonNull(value);
  }
}
