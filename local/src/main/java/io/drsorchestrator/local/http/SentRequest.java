package io.drsorchestrator.local.http;

import java.util.List;
import java.util.Map;

/**
 * A request as it was sent: nothing is decoded, and no repeated header is left out.
 *
 * @param query without its question mark, empty if there is none
 */
public record SentRequest(
    String path, String query, List<Map.Entry<String, String>> headers, String protocol) {}
