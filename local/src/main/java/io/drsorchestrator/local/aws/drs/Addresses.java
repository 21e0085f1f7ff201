package io.drsorchestrator.local.aws.drs;

import io.drsorchestrator.local.aws.api.Seeded;
import java.util.SplittableRandom;

/** IPv4 addresses that are made up. */
final class Addresses {

  private static final int HOSTS = 250;
  private static final int FIRST_HOST = 4;

  private Addresses() {}

  /** An address below the two bytes of {@code prefix} that belongs to {@code name}. */
  static String of(String prefix, String name) {
    SplittableRandom random = Seeded.random(0, "address", name);
    return numbered(prefix, random.nextInt(HOSTS * HOSTS));
  }

  /** The address number {@code index} below the two bytes of {@code prefix}. */
  static String numbered(String prefix, int index) {
    return prefix + "." + index / HOSTS % HOSTS + "." + (FIRST_HOST + index % HOSTS);
  }
}
