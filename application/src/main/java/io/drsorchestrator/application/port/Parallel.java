package io.drsorchestrator.application.port;

import io.vavr.collection.Vector;
import java.util.function.Function;

/** Does the same for many things, several at a time where there are threads for it. */
public interface Parallel {

  /** In the order in which they come, for whoever needs every step in its place. */
  Parallel ONE_BY_ONE =
      new Parallel() {
        @Override
        public <A, B> Vector<B> map(Vector<A> all, Function<A, B> work) {
          return all.map(work);
        }
      };

  /** The results in the order of {@code all}; what {@code work} throws is thrown. */
  <A, B> Vector<B> map(Vector<A> all, Function<A, B> work);
}
