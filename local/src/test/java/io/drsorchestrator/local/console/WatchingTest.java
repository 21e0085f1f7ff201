package io.drsorchestrator.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Truth in time (US-6, AC-3A.6): what the page shows is what is so, or it says how old it is. */
final class WatchingTest {

  /** Writes down every status that stands on the page, with the sentence below it. */
  private static final String WRITE_DOWN =
      """
      window.seen = [];
      new MutationObserver(() => {
        const status = document.querySelector('.status .badge')?.innerText.replace(/[^A-Z_]/g, '');
        const waves = document.querySelector('.big')?.innerText;
        if (status && waves) {
          const line = status + ' / ' + waves;
          if (window.seen.at(-1) !== line) { window.seen.push(line); }
        }
      }).observe(document.getElementById('main'), {subtree: true, childList: true, characterData: true});
      """;

  @Test
  void three_waves_are_watched_through_a_gate() {
    try (var console = Console.calm()) {
      var browser = console.browser;
      var id = console.start();
      console.open(id);
      browser.run(WRITE_DOWN);

      browser.waitFor("POLLING");
      browser.waitFor("Wave 1 of 3");
      browser.hasNoBarriers("running");
      browser.picture("running");
      browser.waitFor("Gate before wave 3: Web");
      assertThat(browser.title()).startsWith("PAUSED");
      browser.hasNoBarriers("at a gate");
      browser.picture("paused");
      browser.click("Resume: start wave 3");
      browser.waitFor("3 of 3 waves completed");
      browser.hasNoBarriers("completed");
      browser.picture("completed");

      var seen = List.of(String.valueOf(browser.run("return window.seen.join('\\n')")).split("\n"));
      assertThat(seen)
          .contains("PAUSED / Wave 2 of 3, paused before wave 3")
          .anySatisfy(line -> assertThat(line).startsWith("POLLING / Wave 1 of 3"))
          .anySatisfy(line -> assertThat(line).startsWith("POLLING / Wave 3 of 3"))
          .filteredOn(line -> line.startsWith("COMPLETED"))
          .containsOnly("COMPLETED / 3 of 3 waves completed");
      assertThat(seen.get(seen.size() - 1)).startsWith("COMPLETED");
      browser.hasNoErrors();
    }
  }

  @Test
  void a_reload_changes_nothing() {
    try (var console = Console.calm()) {
      var id = console.start();
      console.open(id);
      console.browser.waitFor("Gate before wave 3: Web");
      var before = console.details(id);
      var requests = before.path("operatorRequests").size();

      console.browser.reload();

      console.browser.waitFor("Gate before wave 3: Web");
      var after = console.details(id);
      assertThat(after.path("waves")).isEqualTo(before.path("waves"));
      assertThat(after.path("status")).isEqualTo(before.path("status"));
      assertThat(after.path("operatorRequests").size()).isEqualTo(requests);
    }
  }

  @Test
  void a_lost_connection_is_shown_as_such_and_old_data_says_how_old_it_is() {
    try (var console = Console.calm()) {
      console.open(console.start());
      console.browser.waitFor("Gate before wave 3: Web");

      console.system.close();

      console.browser.waitFor("Connection lost");
      console.browser.waitFor("s ago");
      assertThat(console.browser.text()).contains("PAUSED", "Gate before wave 3: Web");
      console.browser.hasNoBarriers("connection lost");
      console.browser.picture("connection-lost");
    }
  }

  @Test
  void names_from_data_are_text_and_nothing_else() {
    var hostile = "<img src=x onerror=document.title=1>";
    var plan = Console.read("three-tiers.json").replace("Three tier app", hostile);
    try (var console = Console.of(plan)) {
      var id = console.start();
      console.openList();
      console.browser.waitFor(hostile);
      console.open(id);
      console.browser.waitFor("Wave 1 of 3");

      assertThat(console.browser.text()).contains(hostile);
      assertThat(console.browser.all("img")).isEmpty();
      assertThat(console.browser.title()).contains(hostile);
    }
  }
}
