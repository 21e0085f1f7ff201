package io.drsorchestrator.local.simulate.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words and signs of an expression, read from the front. */
final class Tokens {

  private static final Pattern TOKEN =
      Pattern.compile("\\s*([#:]?\\w+|<=|>=|<>|[-+<>=(),.\\[\\]])");

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  Tokens(String text) {
    this.text = text;
    var matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw Refusals.invalid("Invalid expression: " + text);
    }
  }

  boolean isEmpty() {
    return next == tokens.size();
  }

  /** The next one, which stays; empty at the end. */
  String peek() {
    return isEmpty() ? "" : tokens.get(next);
  }

  String take() {
    if (isEmpty()) {
      throw Refusals.invalid("Invalid expression, it ends too early: " + text);
    }
    return tokens.get(next++);
  }

  /** Whether the next one was {@code word}, in any case; if so it is gone. */
  boolean skip(String word) {
    boolean found = peek().equalsIgnoreCase(word);
    next += found ? 1 : 0;
    return found;
  }

  void expect(String word) {
    if (!skip(word)) {
      throw Refusals.invalid("Invalid expression, expected %s in %s".formatted(word, text));
    }
  }

  /** A word and an opening parenthesis. */
  boolean isCall() {
    return next + 1 < tokens.size() && tokens.get(next + 1).equals("(");
  }
}
