package io.drsorchestrator.domain.lifecycle;

import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.lifecycle.LifecycleExploration.WaveTaken;
import io.vavr.collection.Vector;

/** The lifecycle as Markdown, drawn from what was explored. */
final class LifecycleDocument {

  private static final Vector<ExecutionStatus> ACTIVE =
      Vector.of(
          ExecutionStatus.PENDING,
          ExecutionStatus.POLLING,
          ExecutionStatus.PAUSED,
          ExecutionStatus.CANCELLING);
  private static final Vector<ExecutionStatus> FINAL =
      Vector.of(ExecutionStatus.COMPLETED, ExecutionStatus.FAILED, ExecutionStatus.CANCELLED);

  private final LifecycleExploration explored;

  private LifecycleDocument(LifecycleExploration explored) {
    this.explored = explored;
  }

  static String of(LifecycleExploration explored) {
    return new LifecycleDocument(explored).text();
  }

  private String text() {
    return """
        # Lifecycle of an execution

        Drawn by `LifecycleDocumentTest` from what the domain does: it runs every command on every state that
        plans of one to three waves reach. Do not edit; after a change of the domain:
        `mvn -pl domain test -Dtest=LifecycleDocumentTest -Dlifecycle.update=true`

        ## Execution

        ```mermaid
        stateDiagram-v2
            [*] --> PENDING: create
        %s
        ```

        | command | %s |
        | --- | --- | --- | --- | --- |
        %s

        An arrow names the state after the command, a word in italics the reason of a refusal, and a dash says that the
        type of the state has no such command or nothing to use it on. COMPLETED, FAILED and CANCELLED have no command.

        ## What comes next

        | state | next step |
        | --- | --- |
        %s

        ## Wave

        ```mermaid
        stateDiagram-v2
            state "POLLING (claimed)" as claimed
            state "POLLING (running)" as running
            [*] --> PENDING
        %s
        ```
        """
        .formatted(executionArrows(), ACTIVE.mkString(" | "), rows(), nextSteps(), waveArrows());
  }

  private String executionArrows() {
    return arrows(
        Vector.ofAll(explored.taken())
            .map(t -> new WaveTaken(t.from().name(), t.command(), t.to().name())));
  }

  private String waveArrows() {
    return arrows(Vector.ofAll(explored.waves()));
  }

  private static String arrows(Vector<WaveTaken> taken) {
    return lines(
        taken
            .groupBy(t -> "    %s --> %s: ".formatted(node(t.from()), node(t.to())))
            .map(
                arrow ->
                    arrow._1 + arrow._2.map(WaveTaken::command).distinct().sorted().mkString(", "))
            .toVector()
            .sorted()
            .appendAll(FINAL.map("    %s --> [*]"::formatted)));
  }

  private static String node(String kind) {
    return kind.replaceAll("POLLING \\((.*)\\)", "$1");
  }

  private String rows() {
    return lines(
        commands()
            .map(
                command ->
                    "| %s | %s |"
                        .formatted(command, ACTIVE.map(at -> cell(at, command)).mkString(" | "))));
  }

  private Vector<String> commands() {
    return Commands.all().map(Command::name).distinct();
  }

  private String cell(ExecutionStatus at, String command) {
    var led =
        Vector.ofAll(explored.taken())
            .filter(t -> t.from() == at && t.command().equals(command))
            .map(t -> "→ " + t.to());
    var refused =
        Vector.ofAll(explored.refused())
            .filter(r -> r.from() == at && r.command().equals(command))
            .map(r -> "*" + r.violation().getSimpleName() + "*");
    var all = led.sorted().appendAll(refused.sorted());
    return all.isEmpty() ? "—" : all.mkString(", ");
  }

  private String nextSteps() {
    return lines(
        ACTIVE.appendAll(FINAL).map(at -> "| %s | %s |".formatted(at, stepsAt(at).mkString(", "))));
  }

  private Vector<NextStep.Kind> stepsAt(ExecutionStatus at) {
    return Vector.ofAll(explored.steps()).filter(s -> s.at() == at).map(s -> s.kind()).sorted();
  }

  private static String lines(Vector<String> lines) {
    return lines.mkString("\n");
  }
}
