package io.drsorchestrator.local.stepfunctions;

import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Names and tokens that do not repeat. */
final class Ids {
  private static final String TOKEN_PREFIX = "AQCEAAAAKgAAAAMAAAAAAAAAA";
  private static final int TOKEN_BYTES = 48;
  private static final long VERSION_4 = 0x4000L;
  private static final long IETF_VARIANT = 0x8000000000000000L;

  private final RandomGenerator random;

  Ids(RandomGenerator random) {
    this.random = random;
  }

  String uuid() {
    long high = (random.nextLong() & ~0xF000L) | VERSION_4;
    long low = (random.nextLong() >>> 2) | IETF_VARIANT;
    return new UUID(high, low).toString();
  }

  String token() {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return TOKEN_PREFIX + Base64.getEncoder().encodeToString(bytes);
  }
}
