package io.drsorchestrator.adapter.out.dynamodb;

/** An execution item whose status nobody knows: it is left alone until somebody looks at it. */
final class UnreadableItemException extends RuntimeException {

  UnreadableItemException(StoredItem item, String status) {
    super(
        "Execution %s has the unknown status '%s'"
            .formatted(item.text("executionId").getOrElse("?"), status));
  }
}
