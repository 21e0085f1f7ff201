package io.drsorchestrator.domain.text;

import java.util.regex.Pattern;

/**
 * A text from outside as one line that can be stored, logged and mailed: what it says cannot pass
 * for a line of ours, nor turn around what stands next to it.
 */
public final class OneLine {

  /** Control characters, line and paragraph separators, half characters, changes of direction. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]+");

  private OneLine() {}

  /** The text with one blank for each run of what is unfit, and none at its ends. */
  public static String of(String text) {
    return UNFIT.matcher(text).replaceAll(" ").strip();
  }
}
