package io.drsorchestrator.domain.text;

/** Texts by the bytes that they have in UTF-8. */
public final class Utf8 {

  private static final String CUT = "…";

  private Utf8() {}

  /** Half a character counts for the longest that may stand for it. */
  public static int length(String text) {
    int bytes = 0;
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      bytes += length(text.codePointAt(at));
    }
    return bytes;
  }

  /** {@code text} in at most {@code bytes}: cut between two characters, with a sign that it is. */
  public static String shortened(String text, int bytes) {
    return length(text) <= bytes ? text : beginning(text, bytes - length(CUT)) + CUT;
  }

  private static String beginning(String text, int bytes) {
    int end = 0;
    int used = 0;
    while (used + length(text.codePointAt(end)) <= bytes) {
      used += length(text.codePointAt(end));
      end = text.offsetByCodePoints(end, 1);
    }
    return text.substring(0, end);
  }

  private static int length(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }
}
