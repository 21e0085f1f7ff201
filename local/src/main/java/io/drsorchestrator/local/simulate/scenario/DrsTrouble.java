package io.drsorchestrator.local.simulate.scenario;

/**
 * What DRS does to a wave.
 *
 * @param seconds how long, how late
 */
public record DrsTrouble(Kind kind, int wave, int seconds) {

  /** What can happen to a job, or to a request for one. */
  public enum Kind {
    FAILING("a server cannot be launched"),
    STUCK("a server's launch never ends"),
    SLOW("a server's launch takes longer"),
    VANISHING("DRS no longer shows the job"),
    QUOTA_FULL("other jobs use up the quota"),
    SERVERS_BUSY("somebody else's job has a server of the wave");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  @Override
  public String toString() {
    return "DRS, wave %d: %s (%d s)".formatted(wave, kind.words(), seconds);
  }
}
