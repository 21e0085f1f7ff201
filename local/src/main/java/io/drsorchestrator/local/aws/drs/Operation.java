package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** One operation of the DRS API. */
@FunctionalInterface
interface Operation {

  ObjectNode answer(RegionalDrs drs, DrsRequest request, Instant now);
}
