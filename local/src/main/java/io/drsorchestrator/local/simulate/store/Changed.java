package io.drsorchestrator.local.simulate.store;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item before and after a write; empty where there was or is none. */
public record Changed(
    String table, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {}
