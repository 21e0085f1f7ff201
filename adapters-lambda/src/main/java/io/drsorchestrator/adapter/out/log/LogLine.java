package io.drsorchestrator.adapter.out.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.slf4j.Logger;

/** A message for people together with fields for programs. */
record LogLine(String message, ObjectNode fields) {

  void to(Logger log) {
    var entry = log.atInfo();
    for (var field : fields.properties()) {
      entry = entry.addKeyValue(field.getKey(), field.getValue());
    }
    entry.log(message);
  }
}
