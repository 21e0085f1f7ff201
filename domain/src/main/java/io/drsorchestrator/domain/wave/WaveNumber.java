package io.drsorchestrator.domain.wave;

/** The position of a wave in its plan, counted from 0. */
public record WaveNumber(int value) implements Comparable<WaveNumber> {

  public static final WaveNumber FIRST = new WaveNumber(0);

  public WaveNumber {
    if (value < 0) {
      throw new IllegalArgumentException("a wave number must not be negative: " + value);
    }
  }

  /** As people count: from 1. */
  public int ordinal() {
    return value + 1;
  }

  @Override
  public int compareTo(WaveNumber other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
