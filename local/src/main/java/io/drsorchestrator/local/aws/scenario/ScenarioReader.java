package io.drsorchestrator.local.aws.scenario;

import io.drsorchestrator.local.aws.drs.DrsSettings;
import io.drsorchestrator.local.aws.input.StrictJson;
import io.drsorchestrator.local.aws.input.StrictObject;

/** The reader of scenario files; see docs/scenarios.md. */
public final class ScenarioReader {

  private static final int MAX_PAGE_SIZE = 1000;

  private ScenarioReader() {}

  /** The scenario in {@code json}, or an exception with one line about the first mistake. */
  public static Scenario parse(String json) {
    StrictObject root = StrictJson.object(json);
    Scenario scenario =
        new Scenario(
            root.optionalText("description").orElse(""),
            settings(root),
            root.objects("servers").stream().map(ServerReader::read).toList(),
            root.objects("faults").stream().map(FaultReader::read).toList());
    root.done();
    return scenario;
  }

  private static DrsSettings settings(StrictObject root) {
    DrsSettings usual = DrsSettings.DEFAULT;
    return new DrsSettings(
        root.optionalNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(usual.seed()),
        root.optionalInt("pageSize", 1, MAX_PAGE_SIZE).orElse(usual.pageSize()),
        root.optionalObject("quotas").map(SettingsReader::quotas).orElse(usual.quotas()),
        root.optionalObject("timings").map(SettingsReader::timings).orElse(usual.timings()));
  }
}
