package io.drsorchestrator.local.races;

import io.drsorchestrator.local.simulate.judge.Item;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Judges a race of starts by raw items and answers alone. */
final class StartOracle {

  private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED");

  private final StartHistory history;
  private final boolean isContest;

  /** In a contest every start wants what every other one wants. */
  StartOracle(StartHistory history, boolean isContest) {
    this.history = history;
    this.isContest = isContest;
  }

  Optional<String> violation() {
    return Optional.<String>empty()
        .or(this::sharedServer)
        .or(this::unknownAcceptance)
        .or(this::silentStart)
        .or(this::winners)
        .or(this::losers);
  }

  /** Never two executions that have not ended with a server in common, nor of one plan. */
  private Optional<String> sharedServer() {
    return history.versions.stream().flatMap(version -> sharedServer(version).stream()).findFirst();
  }

  private static Optional<String> sharedServer(Map<String, Item> version) {
    Set<String> held = new HashSet<>();
    for (var item : version.values()) {
      if (!ENDED.contains(item.status())) {
        for (var wanted : wanted(item)) {
          if (!held.add(wanted)) {
            return Optional.of(wanted + " is in two executions: " + version.keySet());
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> wanted(Item item) {
    var servers =
        item.waves().stream()
            .filter(wave -> !wave.status().equals("CANCELLED"))
            .flatMap(wave -> servers(wave).stream())
            .collect(Collectors.toSet());
    servers.add("plan " + item.text("planId"));
    return servers;
  }

  private static Set<String> servers(Item wave) {
    var ids = wave.attributes().get("serverIds");
    return ids == null
        ? Set.of()
        : ids.l().stream().map(AttributeValue::s).collect(Collectors.toSet());
  }

  private Optional<String> unknownAcceptance() {
    return history.answers.stream()
        .filter(answer -> answer.statusCode() == 202)
        .map(answer -> answer.body().path("executionId").asText())
        .filter(id -> !history.created.contains(id))
        .findFirst()
        .map(id -> id + " was accepted and is not on record");
  }

  /** "Nothing has been started" is a promise: only whoever died, or says so, left something. */
  private Optional<String> silentStart() {
    long unknown =
        history.answers.stream().filter(answer -> answer.statusCode() == 503).count()
            - history.answers.stream().filter(this::isPromise).count();
    return history.created.size() > history.accepted() + unknown + history.crashes
        ? Optional.of("created %s, accepted %d".formatted(history.created, history.accepted()))
        : Optional.empty();
  }

  private boolean isPromise(StartHistory.Answer answer) {
    return answer.body().path("message").asText().startsWith("Nothing has been started");
  }

  private boolean isCalm() {
    return !history.isDisturbed && history.crashes == 0;
  }

  private Optional<String> winners() {
    return isContest && isCalm() && history.accepted() != 1
        ? Optional.of("%d starts were accepted".formatted(history.accepted()))
        : Optional.empty();
  }

  /** A loser's answer names an execution that there is. */
  private Optional<String> losers() {
    return isCalm()
        ? history.answers.stream()
            .filter(answer -> answer.statusCode() != 202)
            .filter(answer -> answer.statusCode() != 409 || !namesTheWinner(answer))
            .map(answer -> "a loser was told " + answer)
            .findFirst()
        : Optional.empty();
  }

  private boolean namesTheWinner(StartHistory.Answer answer) {
    return history.created.stream().anyMatch(id -> answer.body().toString().contains(id));
  }
}
