package io.drsorchestrator.local.simulate.store;

/** Whoever stands between a caller and the store, and may hold up or spoil a call. */
public interface Answering {

  /** Nothing is held up, nothing goes wrong. */
  Answering AT_ONCE =
      new Answering() {
        @Override
        public <T> T answer(Question<T> question) {
          return question.effect().apply(0);
        }
      };

  <T> T answer(Question<T> question);
}
