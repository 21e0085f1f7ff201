package io.drsorchestrator.application.explorer;

/**
 * Which of the numbered names of attempts and tokens are in use, as bits. New names take the lowest
 * free number, so that worlds that differ in numbering only are the same.
 */
record Names(long attempts, long tokens) {

  static final Names NONE = new Names(0, 0);
  static final String ATTEMPT = "attempt-";
  static final String TOKEN = "token-";

  static Names in(String text) {
    if (text.startsWith(ATTEMPT)) {
      return new Names(bit(text, ATTEMPT), 0);
    }
    return text.startsWith(TOKEN) ? new Names(0, bit(text, TOKEN)) : NONE;
  }

  private static long bit(String text, String prefix) {
    var number = Integer.parseInt(text, prefix.length(), text.length(), 10);
    if (number > 62) {
      throw new IllegalStateException("more names are in use than can be told apart: " + text);
    }
    return 1L << number;
  }

  Names and(Names more) {
    return new Names(attempts | more.attempts, tokens | more.tokens);
  }

  String freeAttempt() {
    return ATTEMPT + Long.numberOfTrailingZeros(~attempts);
  }

  String freeToken() {
    return TOKEN + Long.numberOfTrailingZeros(~tokens);
  }
}
