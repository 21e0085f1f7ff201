package io.drsorchestrator.application.size;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

/** The figures of {@code docs/limits.md}; that they are enough, {@code LargestItemTest} shows. */
class PlanSizeTest {

  private static final int NOTHING = 18_880 + 2_014;
  private static final int WAVE = 2_047;
  private static final int SERVER = 628;
  private static final int ERROR = 306;

  private static int bytes(int waves, int servers, int texts) {
    return new PlanSize(waves, servers, texts).bytes();
  }

  @Test
  void an_execution_costs_what_the_page_says() {
    assertThat(bytes(0, 0, 0)).isEqualTo(NOTHING);
    assertThat(bytes(7, 0, 0)).isEqualTo(NOTHING + 7 * WAVE);
    assertThat(bytes(0, 100, 0)).isEqualTo(NOTHING + 100 * (SERVER + ERROR));
    assertThat(bytes(0, 0, 11)).isEqualTo(NOTHING + 11);
  }

  @Test
  void only_the_largest_wave_can_have_errors() {
    assertThat(bytes(2, 101, 0)).isEqualTo(NOTHING + 2 * WAVE + 101 * SERVER + 100 * ERROR);
  }

  @Test
  void a_text_costs_its_bytes_and_not_its_characters() {
    assertThat(PlanSize.of(Vector.of(2, 3), Vector.of("äb", "c"))).isEqualTo(new PlanSize(2, 5, 4));
  }

  @Test
  void has_at_most_a_hundred_waves() {
    assertThat(new PlanSize(100, 0, 0).isTooLarge()).isFalse();
    assertThat(new PlanSize(101, 0, 0).isTooLarge()).isTrue();
  }

  @Test
  void fills_an_item_to_its_last_byte() {
    int room = 409_600 - NOTHING - WAVE;
    assertThat(new PlanSize(1, 0, room).isTooLarge()).isFalse();
    assertThat(new PlanSize(1, 0, room + 1).isTooLarge()).isTrue();
  }

  /** Whatever the names leave room for: many servers, a few, or none. */
  @Test
  void tells_the_most_servers_that_there_is_room_for() {
    for (int texts = 0; texts < 409_600; texts += 101) {
      for (int waves : new int[] {1, 6, 40, 100}) {
        int most = new PlanSize(waves, 0, texts).mostServers();
        if (most > 0) {
          assertThat(new PlanSize(waves, most, texts).isTooLarge()).isFalse();
        }
        assertThat(bytes(waves, most + 1, texts)).isGreaterThan(409_600);
      }
    }
  }
}
