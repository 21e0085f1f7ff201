import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * What came of the mutants of PIT: {@code java Survivors.java [write] PART AT_LEAST...}, where a part
 * is a module or one of its packages, fails where fewer percent of a part's are killed, and writes
 * docs/mutation-testing.md if asked to.
 */
final class Survivors {

  private static final Path HERE = Path.of(".ci", "mutation");
  private static final Path PAGE = Path.of("docs", "mutation-testing.md");

  /** A change that PIT made, and what came of it. */
  record Mutant(
      String home,
      String type,
      String method,
      int line,
      String mutator,
      String change,
      String status) {

    static Mutant of(Element xml) {
      var name = text(xml, "mutatedClass");
      return new Mutant(
          name.replaceAll("^io\\.drsorchestrator\\.|\\.[^.]*$", ""),
          name.replaceAll(".*\\.", ""),
          text(xml, "mutatedMethod").replaceAll("^lambda\\$|\\$\\d+$", ""),
          Integer.parseInt(text(xml, "lineNumber")),
          text(xml, "mutator").replaceAll("Mutator.*|.*\\.", ""),
          text(xml, "description").replaceAll(" for \\S+$|\\b\\w+/(\\w+/)*", ""),
          xml.getAttribute("status"));
    }

    private static String text(Element xml, String name) {
      return xml.getElementsByTagName(name).item(0).getTextContent();
    }

    /** What comes to no end, or does not load, is noticed by whoever runs it. */
    boolean lives() {
      return status.equals("SURVIVED") || isNeverRun();
    }

    boolean isNeverRun() {
      return status.equals("NO_COVERAGE");
    }

    /** Lines and the numbers of lambdas move; this does not. */
    String key() {
      return "%s.%s %s".formatted(type, method, mutator);
    }
  }

  /** Why the mutants of one kind in one method stay: a line of the file {@code reasons}. */
  record Reason(String key, String why) {

    static Reason of(String line) {
      var parts = line.split(": ", 2);
      return new Reason(parts[0], parts[1]);
    }
  }

  /** A module or a package, with all its mutants. */
  record Part(String name, int atLeast, List<Mutant> mutants) {

    static Part of(String name, int atLeast) throws IOException {
      var module = name.replaceAll("\\..*", "");
      var reports = Path.of(module, "target", "pit-reports", name.equals(module) ? "" : name);
      try (var files = Files.find(reports, 2, (file, is) -> file.endsWith("mutations.xml"))) {
        var all = files.sorted().flatMap(Survivors::read).toList();
        return new Part(name, atLeast, all).only(name);
      }
    }

    /** What is in that package, or below it. */
    Part only(String home) {
      return new Part(
          home,
          atLeast,
          mutants.stream().filter(m -> (m.home() + ".").startsWith(home + ".")).toList());
    }

    List<Mutant> living() {
      return mutants.stream().filter(Mutant::lives).toList();
    }

    int killed() {
      return mutants.size() - living().size();
    }

    double percent() {
      return 100.0 * killed() / mutants.size();
    }

    boolean isEnough() {
      return percent() >= atLeast;
    }
  }

  private Survivors() {}

  public static void main(String[] args) throws Exception {
    var given = List.of(args);
    var write = given.get(0).equals("write");
    var parts = parts(write ? given.subList(1, given.size()) : given);
    var reasons = reasons();
    parts.forEach(part -> tell(part, reasons));
    if (write) {
      Files.writeString(PAGE, page(parts, reasons));
    }
    System.exit(parts.stream().allMatch(Part::isEnough) ? 0 : 1);
  }

  private static List<Part> parts(List<String> args) throws IOException {
    var parts = new ArrayList<Part>();
    for (int at = 0; at < args.size(); at += 2) {
      parts.add(Part.of(args.get(at), Integer.parseInt(args.get(at + 1))));
    }
    return parts;
  }

  private static Stream<Mutant> read(Path report) {
    try {
      var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
      var found = xml.getElementsByTagName("mutation");
      return IntStream.range(0, found.getLength()).mapToObj(n -> Mutant.of((Element) found.item(n)));
    } catch (Exception e) {
      throw new IllegalStateException("not a report of PIT: " + report, e);
    }
  }

  private static List<Reason> reasons() throws IOException {
    return Files.readAllLines(HERE.resolve("reasons")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Reason::of)
        .toList();
  }

  private static String why(Mutant mutant, List<Reason> reasons) {
    return reasons.stream()
        .filter(reason -> reason.key().equals(mutant.key()))
        .map(Reason::why)
        .findFirst()
        .orElse("**nobody has said why**");
  }

  private static void tell(Part part, List<Reason> reasons) {
    System.out.printf(
        Locale.ROOT,
        "mutation: %s %d of %d killed, %.1f %%%s%n",
        part.name(),
        part.killed(),
        part.mutants().size(),
        part.percent(),
        part.isEnough() ? "" : ", and " + part.atLeast() + " % are asked for");
    part.living().forEach(mutant -> System.out.println("  " + line(mutant, reasons)));
  }

  private static String line(Mutant mutant, List<Reason> reasons) {
    return "%s:%d %s, %s%s [%s] %s"
        .formatted(
            mutant.type(),
            mutant.line(),
            mutant.method(),
            mutant.change(),
            mutant.isNeverRun() ? ", never run" : "",
            mutant.mutator(),
            why(mutant, reasons));
  }

  private static String page(List<Part> parts, List<Reason> reasons) {
    return """
        # Mutation testing

        PIT changes the compiled code in one small way at a time (a condition negated, a boundary moved, a call left out, a
        result replaced), and the tests of the same package run until one fails. Written by `.ci/mutation/check write`; do
        not edit: the reasons below are in `.ci/mutation/reasons`. `.ci/run` runs `.ci/mutation/check`, which fails where less
        is killed than is asked for, and leaves `create`, `instances`, `port` and `size` to `.ci/mutation/check all`: they move
        no execution, and take longest. `.ci/mutation/check application.poll` shows what lives in one package.

        | module, package | mutants | killed | | asked for |
        | --- | --- | --- | --- | --- |
        %s

        Properties, explorer, crash and race tests, architecture rules and documents take no part: a kill is the work of an
        example with a name, and the same tomorrow. A package of use cases has to be held by its own tests; what they
        share (`application` itself, `port`, `size`) by those of the use cases that the script names; `domain` by all of its own.

        ## What stays

        | where | change | why |
        | --- | --- | --- |
        %s
        """
        .formatted(
            parts.stream().map(Survivors::figures).collect(Collectors.joining("\n")),
            parts.stream()
                .flatMap(part -> part.living().stream())
                .map(mutant -> row(mutant, reasons))
                .distinct()
                .collect(Collectors.joining("\n")));
  }

  private static String figures(Part part) {
    return Stream.concat(Stream.of(part), packages(part))
        .map(one -> figures(one, one == part ? part.atLeast() + " %" : ""))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<Part> packages(Part part) {
    return part.mutants().stream()
        .map(Mutant::home)
        .filter(home -> !home.equals(part.name()))
        .distinct()
        .sorted()
        .map(part::only);
  }

  private static String figures(Part part, String atLeast) {
    return String.format(
        Locale.ROOT,
        "| `%s` | %d | %d | %.1f %% | %s |",
        part.name(),
        part.mutants().size(),
        part.killed(),
        part.percent(),
        atLeast);
  }

  private static String row(Mutant mutant, List<Reason> reasons) {
    return "| `%s.%s` | %s | %s |"
        .formatted(mutant.type(), mutant.method(), mutant.change(), why(mutant, reasons));
  }
}
