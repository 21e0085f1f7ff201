package io.drsorchestrator.application.size;

import io.drsorchestrator.domain.text.Utf8;
import io.vavr.collection.Vector;

/**
 * How large a plan is, and may be: its execution is one item of DynamoDB, with everything that can
 * be learnt about it, and one write ends all its waves ({@code docs/limits.md}).
 *
 * @param texts bytes of the names and ids that the plan itself has
 */
public record PlanSize(int waves, int servers, int texts) {

  /**
   * A cancel or a failure ends every wave in one update, of which DynamoDB takes 4,096 characters:
   * {@code #w[42].#s = :v4, #w[42].#e = :v5, } of each has 34, and the rest some hundred.
   */
  public static final int MOST_WAVES = 100;

  /** DynamoDB's limit of an item. */
  public static final int MOST_BYTES = 400 * 1024;

  /**
   * Only the servers of a wave that failed have errors, and after it none starts: this is the
   * largest wave that DRS launches.
   */
  private static final int SERVERS_OF_A_WAVE = 100;

  /** Of a plan with those waves, in each of which there are so many servers. */
  public static PlanSize of(Vector<Integer> serversOfWaves, Vector<String> texts) {
    return new PlanSize(
        serversOfWaves.size(),
        serversOfWaves.sum().intValue(),
        texts.map(Utf8::length).sum().intValue());
  }

  /** The largest that the item of its execution can become. */
  public int bytes() {
    return withoutServers()
        + servers * WaveBytes.SERVER
        + Math.min(servers, SERVERS_OF_A_WAVE) * WaveBytes.ERROR;
  }

  private int withoutServers() {
    return ExecutionBytes.ALL + WaveBytes.FAILURE + waves * WaveBytes.WAVE + texts;
  }

  public boolean isTooLarge() {
    return waves > MOST_WAVES || bytes() > MOST_BYTES;
  }

  /** The most servers that a plan of so many waves, and such names, may have. */
  public int mostServers() {
    var room = Math.max(MOST_BYTES - withoutServers(), 0);
    var failing = room / (WaveBytes.SERVER + WaveBytes.ERROR);
    return failing < SERVERS_OF_A_WAVE
        ? failing
        : (room - SERVERS_OF_A_WAVE * WaveBytes.ERROR) / WaveBytes.SERVER;
  }
}
