package io.drsorchestrator.adapter.in.api;

import io.drsorchestrator.application.UseCases;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import java.time.InstantSource;

/** Contract 3.6 to 3.8. */
final class CommandEndpoints {

  CommandEndpoints(UseCases useCases, InstantSource clock) {}

  Map<String, Route> routes() {
    return LinkedHashMap.empty();
  }
}
