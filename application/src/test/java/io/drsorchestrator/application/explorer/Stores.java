package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.port.Completions;
import io.drsorchestrator.application.port.Endings;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.Executions;
import io.drsorchestrator.application.port.Gates;
import io.drsorchestrator.application.port.NewExecutions;
import io.drsorchestrator.application.port.WaveClaims;
import io.drsorchestrator.application.port.WaveRecords;
import io.drsorchestrator.application.port.WriteOutcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Ports of the store of which some are mutated. */
final class Stores {

  /** What happens instead of a call. */
  interface Instead {

    @Nullable Object call(Real real, Object[] arguments);
  }

  /** The real call. */
  interface Real {

    @Nullable Object call();
  }

  private Stores() {}

  /** A mutant in which a call of the store, such as {@code Gates.pause}, goes another way. */
  static Mutant instead(String name, String call, BiInstead change) {
    return Mutant.named(name)
        .store((store, scene) -> wrap(store, call, (r, a) -> change.call(scene, r, a)));
  }

  /** What happens instead of a call, in its scene. */
  interface BiInstead {

    @Nullable Object call(Scene scene, Real real, Object[] arguments);
  }

  /** After a write that took place, something else is written as well, on no condition. */
  static Mutant alsoWrites(String name, String call, Consumer<Map<String, Object>> change) {
    return instead(
        name,
        call,
        (scene, real, arguments) -> {
          var outcome = real.call();
          if (outcome == WriteOutcome.WRITTEN) {
            scene.edit(change);
          }
          return outcome;
        });
  }

  /** Operations of some kind see another record than there is. */
  static Mutant misled(String name, Predicate<Scene> when, Consumer<Map<String, Object>> change) {
    return instead(
        name,
        "Executions.find",
        (scene, real, arguments) -> when.test(scene) ? scene.readAs(change) : real.call());
  }

  private static ExecutionStore wrap(ExecutionStore store, String call, Instead change) {
    return new ExecutionStore(
        wrap(Executions.class, store.executions(), call, change),
        wrap(NewExecutions.class, store.newExecutions(), call, change),
        store.locks(),
        store.plans(),
        store.groups(),
        wrap(WaveClaims.class, store.claims(), call, change),
        wrap(WaveRecords.class, store.records(), call, change),
        wrap(Gates.class, store.gates(), call, change),
        wrap(Endings.class, store.endings(), call, change),
        wrap(Completions.class, store.completions(), call, change),
        store.discovery(),
        store.documents(),
        store.listing(),
        store.deletions(),
        store.terminations(),
        store.accounts(),
        store.starts(),
        store.reminders());
  }

  static <P> P wrap(Class<P> port, P target, String call, Instead change) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              Real real = () -> invoke(target, method, arguments);
              return call.equals(port.getSimpleName() + "." + method.getName())
                  ? change.call(real, arguments)
                  : real.call();
            }));
  }

  private static @Nullable Object invoke(Object target, Method method, Object[] arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      if (e.getCause() instanceof Suspended suspended) {
        throw suspended;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
