package io.drsorchestrator.adapter.in.request;

import io.drsorchestrator.domain.text.OneLine;

/** Texts from outside, fit to be stored and shown. */
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
}
