package io.drsorchestrator.adapter.in.lambda;

/** Texts from outside, fit to be stored and shown. */
final class Words {

  private Words() {}

  /** The first {@code length} characters of {@code text}, of which none is cut in half. */
  static String shortened(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }
}
