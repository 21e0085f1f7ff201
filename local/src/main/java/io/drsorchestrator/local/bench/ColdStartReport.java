package io.drsorchestrator.local.bench;

import io.drsorchestrator.local.plan.PlanFile;
import io.drsorchestrator.local.system.LocalOptions;
import io.drsorchestrator.local.system.LocalSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tables of {@code docs/cold-start.md}. */
public final class ColdStartReport {

  private static final String HEADER =
      """
      | deployment | jar, MB | handler ready, ms | first `find` answered, ms | second, ms |
      | --- | --- | --- | --- | --- |
      """;
  private static final String LIBRARIES =
      """
      | spent in | classes | ms |
      | --- | --- | --- |
      """;

  private final PrintStream out;
  private final int starts;

  /** Of so many starts each. */
  public ColdStartReport(PrintStream out, int starts) {
    this.out = out;
    this.starts = starts;
  }

  /** Starts the function of {@code jars} by each JDK; the first of them tells the breakdown. */
  public String measure(PlanFile plan, Path jars, List<Path> javas)
      throws IOException, InterruptedException {
    var work = Files.createTempDirectory("drs-local-bench");
    try (var system = LocalSystem.start(LocalOptions.inProcess(plan, 1))) {
      var bench = new ColdStart(system.functionEnvironment(), starts);
      var rows = new ArrayList<String>();
      for (var deployment : deployments(jars, javas, work)) {
        rows.add(bench.row(deployment));
        out.println(rows.get(rows.size() - 1));
      }
      var narrow = Deployment.asLambda("", javas.get(0), jars.resolve("execution-handler.jar"));
      return "%s; %d starts each.%n%n%s%s%n%n%s%s"
          .formatted(
              Machine.described(),
              starts,
              HEADER,
              String.join("\n", rows),
              LIBRARIES,
              bench.breakdown(narrow, work.resolve("classes.log")));
    }
  }

  private static List<Deployment> deployments(Path jars, List<Path> javas, Path work)
      throws IOException, InterruptedException {
    var all = new ArrayList<Deployment>();
    for (var java : javas) {
      var release = new JavaRelease(java);
      var jar = jars.resolve("execution-handler.jar");
      var whole = jars.resolve("execution-handler-whole.jar");
      all.add(Deployment.plain(release + ", whole jar", java, whole));
      all.add(Deployment.plain(release + "", java, jar));
      all.add(Deployment.asLambda(release + ", flags of Lambda", java, jar));
      all.add(Deployment.snapStart(release + ", SnapStart, since the restore", java, jar));
      var archive = work.resolve(release.feature() + ".jsa");
      all.add(Deployment.classArchive(release + ", AppCDS", java, jar, archive));
      if (release.hasAotCache()) {
        var cache = work.resolve(release.feature() + ".aot");
        all.add(Deployment.aotCache(release + ", AOT cache", java, jar, cache));
        var image = JavaImage.of(java, work.resolve("image-" + release.feature()));
        var own = work.resolve(release.feature() + "-image.aot");
        all.add(Deployment.aotCache(release + ", jlink, AOT cache", image, jar, own));
      }
    }
    return all;
  }
}
