package io.drsorchestrator.local.races;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What is taken away from the product on purpose.
 *
 * @param rereads whether a launch looks at the record once more
 * @param searches whether a job of an earlier attempt is looked for
 * @param lies whether finalize is told that all waves are COMPLETED
 * @param rewrite what becomes of every write
 */
record Guard(
    String name,
    boolean rereads,
    boolean searches,
    boolean lies,
    UnaryOperator<UpdateItemRequest> rewrite) {

  /** Nothing is taken away. */
  static final Guard NONE = new Guard("nothing", true, true, false, write -> write);

  static final Guard NO_REREAD =
      new Guard("read before StartRecovery", false, true, false, write -> write);

  static final Guard NO_SEARCH =
      new Guard("job search on takeover", true, false, false, write -> write);

  /** Every claim is written with a lease that is over. */
  static final Guard NO_LEASE = new Guard("lease", true, true, false, Guard::withoutLease);

  UpdateItemRequest write(UpdateItemRequest request) {
    return rewrite.apply(request);
  }

  /** The same removal, and finalize believes that it is due. */
  Guard misled() {
    return new Guard(name + " (finalize misled)", rereads, searches, true, rewrite);
  }

  Map<String, AttributeValue> asSeen(String operation, Map<String, AttributeValue> item) {
    if (!lies || !operation.equals("finalize") || !item.containsKey("waves")) {
      return item;
    }
    var seen = new HashMap<>(item);
    seen.computeIfPresent("waves", (name, waves) -> completed(waves));
    return seen;
  }

  private static AttributeValue completed(AttributeValue waves) {
    return AttributeValue.fromL(waves.l().stream().map(Guard::completedWave).toList());
  }

  private static AttributeValue completedWave(AttributeValue wave) {
    var seen = new HashMap<>(wave.m());
    seen.put("status", AttributeValue.fromS("COMPLETED"));
    return AttributeValue.fromM(seen);
  }

  private static UpdateItemRequest withoutLease(UpdateItemRequest request) {
    var values = new HashMap<>(request.expressionAttributeValues());
    values.put(":over", AttributeValue.fromN("0"));
    var update =
        request.updateExpression().replaceAll("#leaseUntil = :\\w+", "#leaseUntil = :over");
    return Conditions.pruned(
        request.toBuilder().updateExpression(update).expressionAttributeValues(values).build());
  }

  /** Nothing but clauses taken away, from all writes. */
  static Guard clauses(String name, Clause... clauses) {
    var removed = List.of(clauses);
    return new Guard(
        name,
        true,
        true,
        false,
        request ->
            Conditions.without(
                request,
                removed.stream()
                    .filter(clause -> clause.concerns(Conditions.updateOf(request)))
                    .map(Clause::pattern)
                    .toList()));
  }
}
