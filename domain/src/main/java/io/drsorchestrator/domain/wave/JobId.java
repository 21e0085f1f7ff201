package io.drsorchestrator.domain.wave;

/** The id of a DRS job, such as {@code drsjob-0123456789abcdef0}. */
public record JobId(String value) {

  public JobId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a job id must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
