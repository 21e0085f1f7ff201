package io.drsorchestrator.application.size;

/**
 * What DynamoDB counts: a name and a text have the bytes of their UTF-8, a number has half a byte a
 * digit and one more, a list or a map three and one for each element, true, false and null one.
 */
final class Bytes {

  static final int FLAG = 1;

  /** Up to 9,999. */
  static final int NUMBER = 3;

  /** Seconds since 1970. */
  static final int TIME = 6;

  static final int CONTAINER = 3;
  static final int ELEMENT = 1;

  static final int UUID = 36;

  private Bytes() {}

  /** A field of a map. */
  static int field(String name, int value) {
    return ELEMENT + name.length() + value;
  }
}
