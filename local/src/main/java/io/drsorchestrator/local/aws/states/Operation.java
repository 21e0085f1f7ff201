package io.drsorchestrator.local.aws.states;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of the API. */
@FunctionalInterface
interface Operation {

  /** The answer to {@code arguments}. */
  ObjectNode perform(Arguments arguments);
}
