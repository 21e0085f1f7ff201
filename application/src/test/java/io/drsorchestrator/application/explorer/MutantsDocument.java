package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Mutants.Fate;
import io.vavr.collection.Vector;

/** {@code docs/mutants.md}. */
final class MutantsDocument {

  private MutantsDocument() {}

  static String of(Vector<Fate> fates) {
    var alone = fates.filter(fate -> fate.mutant().alone().isEmpty());
    var behind = fates.filter(fate -> fate.mutant().alone().isDefined());
    return """
        # Mutants

        What finds each defect of the existing system (contract, section 8) and each guard of this one, once it is put
        back or taken away. Written by `MutantsTest`, which also fails when one survives or this page is out of date; do not edit:
        `./mvnw test -pl application -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=MutantsTest -Dmutants.write=true`

        The explorer (`docs/explorer.md`) finds %d mutants. *Moves* is the length of the shortest script that shows the
        harm (`-Dmutants.scripts=true` prints it); LIVENESS with 0 moves means that the plan comes to no end even if
        nobody does anything unusual. A number under *breaks* is a section of the design.

        ## Found as they are

        | breaks | mutant | found as | moves |
        | --- | --- | --- | --- |
        %s

        ## Behind another guard

        Taken away alone these change nothing, which the same search shows; the reason is given. Together with what
        stands behind them they are found. Where that is the lease, its absence alone is enough (first table): these
        are a second line of defence, for the day when somebody changes the first.

        | breaks | mutant | harmless because | with that gone, too, found as | moves |
        | --- | --- | --- | --- | --- |
        %s

        ## Found by other tests

        Defects that are no matter of interleavings. `local/.../races/RemovedGuardsTest` takes the same guards from the
        real update expressions on DynamoDB Local and counts the seeds until somebody notices.

        | breaks | defect | test |
        | --- | --- | --- |
        %s
        """
        .formatted(
            fates.size(),
            alone.map(MutantsDocument::alone).mkString("\n"),
            behind.map(MutantsDocument::behind).mkString("\n"),
            Elsewhere.ALL.map(MutantsDocument::elsewhere).mkString("\n"));
  }

  private static String alone(Fate fate) {
    return row(fate.mutant().of(), fate.mutant().name(), found(fate), count(fate));
  }

  private static String behind(Fate fate) {
    var mutant = fate.mutant();
    return row(mutant.of(), mutant.name(), mutant.behind(), found(fate), count(fate));
  }

  private static String found(Fate fate) {
    return fate.found().violation().map(Violation::invariant).getOrElse("not found");
  }

  private static String count(Fate fate) {
    return String.valueOf(fate.moves());
  }

  private static String elsewhere(Elsewhere defect) {
    return row(defect.of(), defect.defect(), "`" + defect.type() + "." + defect.method() + "`");
  }

  private static String row(String... cells) {
    return Vector.of(cells).mkString("| ", " | ", " |");
  }
}
