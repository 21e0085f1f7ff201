package io.drsorchestrator.local.aws.api;

import java.util.SplittableRandom;

/** Random numbers that depend on a seed and on names alone, so that every run draws the same. */
public final class Seeded {

  private static final long FNV_PRIME = 0x100000001b3L;

  private Seeded() {}

  /** The numbers that belong to {@code names} under {@code seed}. */
  public static SplittableRandom random(long seed, String... names) {
    long hash = 0xcbf29ce484222325L ^ seed;
    for (String name : names) {
      for (int i = 0; i < name.length(); i++) {
        hash = (hash ^ name.charAt(i)) * FNV_PRIME;
      }
      hash = (hash ^ 0xffff) * FNV_PRIME;
    }
    return new SplittableRandom(hash);
  }

  /** An id in the format of AWS: {@code prefix} and 17 hexadecimal digits. */
  public static String id(String prefix, long seed, String... names) {
    SplittableRandom random = random(seed, names);
    return prefix + String.format("%016x%x", random.nextLong(), random.nextInt(16));
  }
}
