import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * What came of the mutants of PIT: {@code java Survivors.java [write] MODULE AT_LEAST...} fails where
 * fewer percent of a module's are killed, and writes docs/mutation-testing.md if asked to.
 */
final class Survivors {

  private static final Path HERE = Path.of(".ci", "mutation");
  private static final Path PAGE = Path.of("docs", "mutation-testing.md");

  /** A change that PIT made, and what came of it. */
  record Mutant(
      String type, String method, int line, String mutator, String change, String status) {

    static Mutant of(Element xml) {
      return new Mutant(
          text(xml, "mutatedClass").replaceAll(".*\\.", ""),
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

  record Module(String name, int atLeast, List<Mutant> mutants) {

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
    var modules = modules(write ? given.subList(1, given.size()) : given);
    var reasons = reasons();
    modules.forEach(module -> tell(module, reasons));
    if (write) {
      Files.writeString(PAGE, page(modules, reasons));
    }
    System.exit(modules.stream().allMatch(Module::isEnough) ? 0 : 1);
  }

  private static List<Module> modules(List<String> args) {
    return IntStream.range(0, args.size() / 2)
        .mapToObj(n -> module(args.get(2 * n), Integer.parseInt(args.get(2 * n + 1))))
        .toList();
  }

  private static Module module(String name, int atLeast) {
    var report = Path.of(name, "target", "pit-reports", "mutations.xml");
    try {
      var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
      var found = xml.getElementsByTagName("mutation");
      return new Module(
          name,
          atLeast,
          IntStream.range(0, found.getLength())
              .mapToObj(n -> Mutant.of((Element) found.item(n)))
              .toList());
    } catch (Exception e) {
      throw new IllegalStateException("no report in " + report, e);
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

  private static void tell(Module module, List<Reason> reasons) {
    System.out.printf(
        Locale.ROOT,
        "mutation: %s %d of %d killed, %.1f %%%s%n",
        module.name(),
        module.killed(),
        module.mutants().size(),
        module.percent(),
        module.isEnough() ? "" : ", and " + module.atLeast() + " % are asked for");
    module.living().forEach(mutant -> System.out.println("  " + line(mutant, reasons)));
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

  private static String page(List<Module> modules, List<Reason> reasons) {
    return """
        # Mutation testing

        PIT changes the compiled code in one small way at a time (a condition negated, a boundary moved, a call left out, a
        result replaced), and the tests of the same module run until one fails. Written by `.ci/mutation/check write`; do
        not edit. `.ci/run` runs `.ci/mutation/check`, which fails below the share that is asked for.

        | module | mutants | killed | | asked for |
        | --- | --- | --- | --- | --- |
        %s

        Only the tests that try each case once take part: properties, explorer, architecture rules and documents do not,
        so that a kill is the work of a test with a name, and the same tomorrow. What other modules' tests
        would find does not count either.

        ## What stays

        | where | change | why |
        | --- | --- | --- |
        %s
        """
        .formatted(
            modules.stream().map(Survivors::figures).collect(Collectors.joining("\n")),
            modules.stream()
                .flatMap(module -> module.living().stream())
                .map(mutant -> row(mutant, reasons))
                .distinct()
                .collect(Collectors.joining("\n")));
  }

  private static String figures(Module module) {
    return String.format(
        Locale.ROOT,
        "| `%s` | %d | %d | %.1f %% | %d %% |",
        module.name(),
        module.mutants().size(),
        module.killed(),
        module.percent(),
        module.atLeast());
  }

  private static String row(Mutant mutant, List<Reason> reasons) {
    return "| `%s.%s` | %s | %s |"
        .formatted(mutant.type(), mutant.method(), mutant.change(), why(mutant, reasons));
  }
}
