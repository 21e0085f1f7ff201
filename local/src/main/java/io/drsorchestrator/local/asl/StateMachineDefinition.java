package io.drsorchestrator.local.asl;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A state machine that has been read and found to say only what is supported. */
public record StateMachineDefinition(
    String text, String startAt, Map<String, State> states, Optional<Duration> timeout) {

  /** Keeps its own copy of {@code states}. */
  public StateMachineDefinition {
    states = Map.copyOf(states);
  }

  /**
   * The machine that {@code json} describes once every <code>${Name}</code> in it is replaced.
   *
   * @throws InvalidDefinitionException if anything in it is unknown or does not fit together
   */
  public static StateMachineDefinition parse(String json, Map<String, String> substitutions) {
    return DefinitionParser.parse(Substitutions.apply(json, substitutions));
  }

  /** The state {@code name}, one of those in this definition. */
  public State state(String name) {
    return Objects.requireNonNull(states.get(name), name);
  }
}
