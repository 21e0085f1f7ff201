package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Order.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Operations that believe in another record than there is. */
final class LiarMutants {

  static final Mutant ALL_COMPLETED =
      Stores.misled(
          "finalize believes that every wave is COMPLETED",
          scene -> scene.order().kind() == Kind.FINALIZE,
          LiarMutants::completed);

  static final Mutant STARTED_ONLY =
      Stores.misled(
          "finalize counts the waves that have started",
          scene -> scene.order().kind() == Kind.FINALIZE,
          LiarMutants::startedOnly);

  private LiarMutants() {}

  private static void completed(Map<String, Object> item) {
    Doc.waves(
            (n, wave) -> {
              wave.put("status", "COMPLETED");
              wave.putIfAbsent("endTime", 1L);
            })
        .accept(item);
  }

  private static void startedOnly(Map<String, Object> item) {
    var started = new ArrayList<>();
    if (item.get("waves") instanceof List<?> waves) {
      for (var wave : waves) {
        if (!Doc.is(Doc.copy(wave), "status", "PENDING")) {
          started.add(wave);
        }
      }
    }
    item.put("waves", started);
    item.put("totalWaves", (long) started.size());
  }
}
