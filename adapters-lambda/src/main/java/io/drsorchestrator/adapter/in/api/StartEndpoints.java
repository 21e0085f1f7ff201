package io.drsorchestrator.adapter.in.api;

import io.drsorchestrator.application.UseCases;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import java.time.InstantSource;

/** Contract 3.3. */
final class StartEndpoints {

  StartEndpoints(UseCases useCases, InstantSource clock) {}

  Map<String, Route> routes() {
    return LinkedHashMap.empty();
  }
}
