package io.drsorchestrator.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.collection.Vector;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThreadPoolTest {

  private final ThreadPool pool = ThreadPool.of(3);

  @Test
  void results_come_in_the_order_of_what_was_asked() {
    assertThat(pool.map(Vector.range(0, 50), n -> n * n))
        .isEqualTo(Vector.range(0, 50).map(n -> n * n));
  }

  @Test
  void several_things_are_done_at_a_time() {
    var together = new CountDownLatch(3);

    assertThat(pool.map(Vector.range(0, 3), n -> metAt(together))).containsOnly(true);
  }

  private static boolean metAt(CountDownLatch meeting) {
    meeting.countDown();
    try {
      return meeting.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void and_no_more_of_them_than_are_allowed() {
    var now = new AtomicInteger();
    var most = new AtomicInteger();

    var unused =
        pool.map(
            Vector.range(0, 60),
            n -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Thread.onSpinWait();
              return now.decrementAndGet();
            });

    assertThat(most.get()).isBetween(1, 3);
  }

  /** Or else a call would still be under way when the wave is launched. */
  @Test
  void a_fault_is_thrown_as_it_is_once_all_the_rest_is_done() {
    var done = new AtomicInteger();

    assertThatThrownBy(
            () ->
                pool.map(
                    Vector.range(0, 20),
                    n -> {
                      if (n == 0) {
                        throw new IllegalArgumentException("the first");
                      }
                      return done.incrementAndGet();
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the first");
    assertThat(done.get()).isEqualTo(19);
  }
}
