package io.drsorchestrator.local.simulate.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A document path such as {@code waves[2].status}: names or aliases, and positions in lists. */
record Path(List<Object> steps) implements Operand {

  static Path read(Tokens tokens) {
    var steps = new ArrayList<Object>();
    steps.add(tokens.take());
    while (true) {
      if (tokens.skip(".")) {
        steps.add(tokens.take());
      } else if (tokens.skip("[")) {
        steps.add(Integer.parseInt(tokens.take()));
        tokens.expect("]");
      } else {
        return new Path(List.copyOf(steps));
      }
    }
  }

  /** By the position in a list at its end; names come first. */
  int position() {
    return steps.get(steps.size() - 1) instanceof Integer index ? index : -1;
  }

  @Override
  public @Nullable AttributeValue in(Bindings bindings) {
    AttributeValue found = AttributeValue.fromM(bindings.item());
    for (var step : steps) {
      found = found == null ? null : child(found, step, bindings);
    }
    return found;
  }

  private static @Nullable AttributeValue child(
      AttributeValue parent, Object step, Bindings bindings) {
    if (step instanceof Integer index) {
      return parent.hasL() && index < parent.l().size() ? parent.l().get(index) : null;
    }
    return parent.hasM() ? parent.m().get(bindings.name((String) step)) : null;
  }

  /** {@code item} with {@code value} at this path; null takes away what is there. */
  Map<String, AttributeValue> replaced(
      Map<String, AttributeValue> item, @Nullable AttributeValue value, Bindings bindings) {
    return replaced(AttributeValue.fromM(item), 0, value, bindings).m();
  }

  private AttributeValue replaced(
      @Nullable AttributeValue parent, int depth, @Nullable AttributeValue value, Bindings names) {
    var step = steps.get(depth);
    if (parent == null || (step instanceof Integer ? !parent.hasL() : !parent.hasM())) {
      throw Refusals.invalid(
          "The document path provided in the update expression is invalid for update");
    }
    boolean last = depth == steps.size() - 1;
    var child = last ? value : replaced(child(parent, step, names), depth + 1, value, names);
    return step instanceof Integer index
        ? inList(parent.l(), index, child)
        : inMap(parent.m(), names.name((String) step), child);
  }

  private static AttributeValue inMap(
      Map<String, AttributeValue> map, String name, @Nullable AttributeValue child) {
    var changed = new LinkedHashMap<>(map);
    if (child == null) {
      changed.remove(name);
    } else {
      changed.put(name, child);
    }
    return AttributeValue.fromM(changed);
  }

  /** Beyond its end a list grows by one. */
  private static AttributeValue inList(
      List<AttributeValue> list, int index, @Nullable AttributeValue child) {
    var changed = new ArrayList<>(list);
    if (child == null) {
      if (index < changed.size()) {
        changed.remove(index);
      }
    } else if (index < changed.size()) {
      changed.set(index, child);
    } else {
      changed.add(child);
    }
    return AttributeValue.fromL(changed);
  }
}
