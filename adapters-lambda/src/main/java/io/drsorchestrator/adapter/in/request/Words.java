package io.drsorchestrator.adapter.in.request;

import io.drsorchestrator.domain.text.OneLine;

/** Texts from outside, fit to be stored, shown and logged. */
public final class Words {

  /** Characters of a reason: operators explain a decision, they do not file documents. */
  public static final int LONGEST_REASON = 1000;

  private static final int LONGEST_NAME = 200;

  private Words() {}

  /** The name of a person or program: one line, shortened. */
  public static String name(String text) {
    return shortened(OneLine.of(text), LONGEST_NAME);
  }

  /** The first {@code length} characters of {@code text}, of which none is cut in half. */
  public static String shortened(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }

  /**
   * {@code text} as one line that shows everything it holds: what breaks lines, colours terminals,
   * turns the direction of reading or is no character at all stands as its number.
   */
  public static String harmless(String text) {
    var harmless = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (isVisible(character)) {
                harmless.appendCodePoint(character);
              } else {
                harmless.append("\\u%04x".formatted(character));
              }
            });
    return harmless.toString();
  }

  /** Whether {@code text} is something that people write: lines of visible characters. */
  public static boolean isWritten(String text) {
    return text.codePoints()
        .allMatch(
            character ->
                "\n\r\t".indexOf(character) >= 0
                    || (Character.getType(character) != Character.CONTROL
                        && Character.getType(character) != Character.SURROGATE));
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
