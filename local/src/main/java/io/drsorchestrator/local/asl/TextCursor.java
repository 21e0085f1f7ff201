package io.drsorchestrator.local.asl;

import java.util.Optional;
import java.util.regex.Pattern;

/** A place in a text that is being read from left to right. */
final class TextCursor {
  private final String text;
  private int position;

  TextCursor(String text) {
    this.text = text;
  }

  /** The token of form {@code token} that comes next, if one does. */
  Optional<String> take(Pattern token) {
    skipSpace();
    var matcher = token.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    position = matcher.end();
    return Optional.of(matcher.group());
  }

  /** Whether {@code token} comes next, and then goes past it. */
  boolean skip(String token) {
    skipSpace();
    boolean found = text.startsWith(token, position);
    if (found) {
      position += token.length();
    }
    return found;
  }

  boolean atEnd() {
    skipSpace();
    return position == text.length();
  }

  @Override
  public String toString() {
    return text;
  }

  private void skipSpace() {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
  }
}
