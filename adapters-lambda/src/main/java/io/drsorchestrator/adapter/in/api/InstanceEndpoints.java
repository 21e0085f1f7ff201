package io.drsorchestrator.adapter.in.api;

import io.drsorchestrator.application.UseCases;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import java.time.InstantSource;

/** Contract 3.9 to 3.12 and 3.14. */
final class InstanceEndpoints {

  InstanceEndpoints(UseCases useCases, InstantSource clock) {}

  Map<String, Route> routes() {
    return LinkedHashMap.empty();
  }
}
