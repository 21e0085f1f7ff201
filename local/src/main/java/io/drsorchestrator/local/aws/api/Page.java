package io.drsorchestrator.local.aws.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list and the token of the next one. */
public record Page<T>(List<T> items, Optional<String> nextToken) {

  /**
   * The page of {@code all} after the item that {@code token} names.
   *
   * @param scope operation and filters: a token is good for the same question only
   */
  public static <T> Page<T> of(
      List<T> all, Function<T, String> key, String scope, Optional<String> token, int size) {
    int from = token.map(text -> after(PageToken.parse(text, scope), all, key)).orElse(0);
    int to = Math.min(all.size(), from + size);
    Optional<String> next =
        to < all.size()
            ? Optional.of(new PageToken(scope, key.apply(all.get(to - 1))).text())
            : Optional.empty();
    return new Page<>(all.subList(from, to), next);
  }

  private static <T> int after(PageToken token, List<T> all, Function<T, String> key) {
    for (int i = 0; i < all.size(); i++) {
      if (key.apply(all.get(i)).equals(token.lastKey())) {
        return i + 1;
      }
    }
    throw new InvalidPageTokenException();
  }
}
