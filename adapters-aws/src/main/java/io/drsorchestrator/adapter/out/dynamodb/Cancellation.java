package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.NewExecutions.Creation;
import io.vavr.collection.Vector;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Why the transaction of a start was cancelled: its three items are execution, lock, register. */
final class Cancellation {

  private static final Vector<Creation> FAILED =
      Vector.of(Creation.ID_TAKEN, Creation.LOCK_LOST, Creation.REGISTER_MOVED);

  private Cancellation() {}

  /**
   * The first condition that failed; else other writers were in the way, and trying again helps.
   */
  static Creation of(TransactionCanceledException fault) {
    var codes = Vector.ofAll(fault.cancellationReasons()).map(Cancellation::code);
    if (codes.contains("ValidationError")) {
      throw AwsFaults.translated("TransactWriteItems", fault);
    }
    return FAILED
        .zip(codes)
        .find(one -> one._2.equals("ConditionalCheckFailed"))
        .map(one -> one._1)
        .getOrElse(Creation.BUSY);
  }

  private static String code(CancellationReason reason) {
    return reason.code() == null ? "None" : reason.code();
  }
}
