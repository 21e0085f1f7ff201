package io.drsorchestrator.local.simulate.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An update expression that has been read: what it sets and what it removes. */
record Changes(List<Assignment> assignments, List<Path> removals) {

  private record Assignment(Path path, Operand value) {}

  static Changes read(String expression) {
    var tokens = new Tokens(expression);
    var sets = new ArrayList<Assignment>();
    var removes = new ArrayList<Path>();
    while (!tokens.isEmpty()) {
      if (tokens.skip("SET")) {
        do {
          var path = Path.read(tokens);
          tokens.expect("=");
          sets.add(new Assignment(path, Operands.read(tokens)));
        } while (tokens.skip(","));
      } else {
        tokens.expect("REMOVE");
        do {
          removes.add(Path.read(tokens));
        } while (tokens.skip(","));
      }
    }
    // Positions of a list move when an element before them goes.
    removes.sort(Comparator.comparingInt(Path::position).reversed());
    return new Changes(List.copyOf(sets), List.copyOf(removes));
  }

  /** The item as it is after the update; every operand is taken from the item before it. */
  Map<String, AttributeValue> applied(Bindings bindings) {
    var values = new ArrayList<AttributeValue>();
    for (var assignment : assignments) {
      var value = assignment.value().in(bindings);
      if (value == null) {
        throw Refusals.invalid("The provided expression refers to an attribute that is missing");
      }
      values.add(value);
    }
    var item = bindings.item();
    for (int i = 0; i < values.size(); i++) {
      item = assignments.get(i).path().replaced(item, values.get(i), bindings);
    }
    for (var path : removals) {
      item = path.replaced(item, null, bindings);
    }
    return item;
  }
}
