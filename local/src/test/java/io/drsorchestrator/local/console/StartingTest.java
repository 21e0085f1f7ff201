package io.drsorchestrator.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A plan is started from the page, after its checks. */
final class StartingTest {

  private static void openStart(Console console) {
    console.browser.open(console.system.uri() + "/#/start");
    console.browser.waitFor("Three tier app (3 waves)");
  }

  @Test
  void a_drill_is_started_after_its_preflight() {
    try (var console = Console.calm()) {
      var browser = console.browser;
      openStart(console);
      browser.hasNoBarriers("start");
      assertThat(browser.text()).doesNotContain("Start the drill");

      browser.click("Check before the start");
      browser.waitFor("Start the drill");
      browser.hasNoBarriers("checked");
      browser.picture("checked");
      browser.type("#name", "dora");
      browser.type("#reason", "quarterly drill");
      browser.click("Start the drill");

      browser.waitFor("by dora (quarterly drill)");
      browser.waitFor("POLLING");
      var id = browser.address().substring(browser.address().lastIndexOf('/') + 1);
      var started = console.details(id);
      assertThat(started.path("executionType").asText()).isEqualTo("DRILL");
      assertThat(started.path("initiatedBy").asText()).isEqualTo("dora");
      browser.hasNoErrors();
    }
  }

  @Test
  void a_plan_that_runs_already_is_not_offered_a_start() {
    try (var console = Console.calm()) {
      var browser = console.browser;
      console.start();
      openStart(console);

      browser.click("Recovery");
      browser.click("Check before the start");

      browser.waitFor("This plan would not start");
      browser.hasNoBarriers("blocked");
      browser.picture("blocked");
      assertThat(browser.text()).contains("SERVER_CONFLICT").doesNotContain("Start the recovery");
    }
  }
}
