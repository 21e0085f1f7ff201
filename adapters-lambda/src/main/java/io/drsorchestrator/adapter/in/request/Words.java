package io.drsorchestrator.adapter.in.request;

/** Texts from outside, fit to be stored and shown. */
public final class Words {

  private Words() {}

  /** The first {@code length} characters of {@code text}, of which none is cut in half. */
  public static String shortened(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }
}
