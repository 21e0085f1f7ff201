package io.drsorchestrator.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What an operator comes for, in at most two clicks, and by keyboard alone (US-5, US-6). */
final class SteeringTest {

  @Test
  void why_wave_2_failed_is_one_click_away() {
    try (var console = Console.failing()) {
      var browser = console.browser;
      console.start();
      console.openList();
      browser.waitFor("FAILED");
      browser.click("Three tiers, app02 fails");
      browser.waitFor("Why wave 2, Application, failed");

      assertThat(browser.text())
          .contains("app02", "InsufficientInstanceCapacity: no m5.large left in us-east-1a");
      assertThat(browser.clicks()).isLessThanOrEqualTo(2);
      browser.hasNoBarriers("failed");
      browser.picture("failed");
      browser.click("Report");
      browser.waitFor("InsufficientInstanceCapacity");
      assertThat(browser.address()).contains("/console/report/");
      browser.hasNoBarriers("report");
      browser.picture("report");
      browser.hasNoErrors();
    }
  }

  @Test
  void a_gate_is_resumed_from_the_list_with_two_clicks() {
    try (var console = Console.calm()) {
      var browser = console.browser;
      var id = console.start();
      console.openList();
      browser.waitFor("PAUSED");
      browser.hasNoBarriers("list");
      browser.picture("list");
      browser.click("Resume: Three tier app");
      browser.hasNoBarriers("question");
      browser.picture("question");
      browser.type("#ask-reason", "storage is back");
      browser.click("Resume");
      browser.waitFor("Execution resumed - wave 3 will start");

      assertThat(browser.clicks()).isEqualTo(2);
      var request = console.details(id).path("operatorRequests").path(0);
      assertThat(request.path("command").asText()).isEqualTo("resume");
      assertThat(request.path("reason").asText()).isEqualTo("storage is back");
      browser.waitFor("COMPLETED");
    }
  }

  @Test
  void what_still_costs_money_stands_on_the_first_page_and_is_terminated_with_two_clicks() {
    try (var console = Console.calm()) {
      var browser = console.browser;
      var id = console.start();
      console.open(id);
      browser.waitFor("Gate before wave 3: Web");
      browser.click("Cancel");
      browser.click("Cancel the execution");
      browser.waitFor("CANCELLED");
      assertThat(browser.clicks()).isEqualTo(2);

      console.openList();
      browser.waitFor("Still costs money");
      browser.waitFor("Three tier app (DRILL)");
      browser.click("Terminate instances: Three tier app");
      browser.click("Terminate instances");
      browser.waitFor("No execution shown here has recovery instances left.");
      assertThat(browser.clicks()).isEqualTo(4);
      assertThat(console.details(id).path("instancesTerminated").asBoolean()).isTrue();
    }
  }

  @Test
  void a_gate_is_resumed_by_keyboard_alone() {
    try (var console = Console.calm()) {
      var browser = console.browser;
      var id = console.start();
      console.openList();
      browser.waitFor("PAUSED");
      browser.press("Three tier app");
      browser.waitFor("Gate before wave 3: Web");
      browser.walkTo("Reason");
      browser.keys("by hand");
      browser.press("Resume: start wave 3");
      browser.waitFor("3 of 3 waves completed");

      assertThat(console.details(id).path("operatorRequests").path(0).path("reason").asText())
          .isEqualTo("by hand");
    }
  }

  @Test
  void a_failure_is_found_and_an_execution_cancelled_by_keyboard_alone() {
    try (var console = Console.failing()) {
      var browser = console.browser;
      console.start();
      console.openList();
      browser.waitFor("FAILED");
      browser.press("Three tiers, app02 fails");
      browser.waitFor("InsufficientInstanceCapacity");

      var second = console.start();
      console.open(second);
      browser.waitFor("POLLING");
      browser.press("Cancel");
      browser.keys("wrong plan");
      browser.keys(Keys.ENTER);
      browser.waitFor("CANCELLED");
      assertThat(console.details(second).path("operatorRequests").path(0).path("reason").asText())
          .isEqualTo("wrong plan");
    }
  }

  @Test
  void escape_is_a_way_back_from_every_question() {
    try (var console = Console.calm()) {
      var browser = console.browser;
      var id = console.start();
      console.open(id);
      browser.waitFor("POLLING");
      browser.press("Cancel");
      browser.keys(Keys.ESCAPE);
      browser.waitFor("Gate before wave 3: Web");

      assertThat(console.details(id).path("operatorRequests")).isEmpty();
    }
  }

  @Test
  void of_two_tabs_one_resumes_and_the_other_is_told() {
    try (var console = Console.calm()) {
      var browser = console.browser;
      var id = console.start();
      console.open(id);
      browser.waitFor("Gate before wave 3: Web");
      var first = browser.newTab(console.page(id));
      browser.waitFor("Gate before wave 3: Web");
      // The second tab does not look again: it shows what was so.
      browser.run(
          "window.fetch = (real => (url, how) => how.method === 'GET'"
              + " ? new Promise(() => {}) : real(url, how))(window.fetch)");
      var second = browser.tab();
      browser.switchTo(first);
      browser.click("Resume: start wave 3");
      browser.waitFor("Execution resumed - wave 3 will start");
      browser.switchTo(second);
      browser.click("Resume: start wave 3");
      browser.waitFor("resume");

      browser.switchTo(first);
      browser.waitFor("3 of 3 waves completed");
      assertThat(console.details(id).path("operatorRequests")).hasSize(1);
      assertThat(console.system.aws().startRecoveryCalls()).isEqualTo(3);
    }
  }
}
