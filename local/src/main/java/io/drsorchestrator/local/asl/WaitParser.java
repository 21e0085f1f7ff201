package io.drsorchestrator.local.asl;

import java.util.Set;

/** Reads a Wait. */
final class WaitParser {
  private static final Set<String> SUPPORTED =
      Set.of(
          "InputPath",
          "OutputPath",
          "Seconds",
          "SecondsPath",
          "Timestamp",
          "TimestampPath",
          "Next",
          "End");

  private WaitParser() {}

  static State parse(StateSource source) {
    source.allowOnly(SUPPORTED);
    var flow = new FlowParser(source.fields(), source.paths()).parse();
    return new WaitState(source.name(), flow, time(source), source.transition());
  }

  private static WaitTime time(StateSource source) {
    source.fields().onlyOneOf("Seconds", "SecondsPath", "Timestamp", "TimestampPath");
    return source
        .seconds("Seconds", 0)
        .<WaitTime>map(WaitTime.After::new)
        .orElseGet(() -> new WaitTime.Until(timestamp(source)));
  }

  private static Template timestamp(StateSource source) {
    var fields = source.fields();
    var path = fields.findText("TimestampPath");
    if (path.isPresent()) {
      return new Template.Computed(source.paths().reference(path.get(), "TimestampPath"));
    }
    checkTimestamp(fields);
    return source.constant("Timestamp");
  }

  private static void checkTimestamp(Fields fields) {
    try {
      var unused = WaitTime.parse(fields.text("Timestamp"));
    } catch (StateFailure malformed) {
      throw fields.refusal(malformed.cause());
    }
  }
}
