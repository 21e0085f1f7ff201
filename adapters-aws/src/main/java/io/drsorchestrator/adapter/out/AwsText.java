package io.drsorchestrator.adapter.out;

import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/** Text as AWS sends it: absent and empty mean the same, and some of it is very long. */
public final class AwsText {

  private AwsText() {}

  public static Option<String> present(@Nullable String text) {
    return text == null || text.isBlank() ? Option.none() : Option.some(text);
  }

  public static String truncated(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
