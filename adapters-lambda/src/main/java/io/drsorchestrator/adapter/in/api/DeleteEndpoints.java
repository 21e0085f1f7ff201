package io.drsorchestrator.adapter.in.api;

import io.drsorchestrator.application.UseCases;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;

/** Contract 3.13. */
final class DeleteEndpoints {

  DeleteEndpoints(UseCases useCases) {}

  Map<String, Route> routes() {
    return LinkedHashMap.empty();
  }
}
