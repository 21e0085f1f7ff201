package io.drsorchestrator.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium that is installed on this machine, and what a person does with it. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int MOST_TABS = 40;

  private final ChromeDriver driver;
  private final WebDriverWait wait;
  private int clicks;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
    this.wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(200));
  }

  /** Without an installed Chromium the test is skipped, visibly. */
  static Browser start() {
    var browser = installed("chromium", "chromium-browser", "google-chrome");
    var service = installed("chromedriver");
    if (browser.isEmpty() || service.isEmpty()) {
      System.out.println("SKIPPED: no chromium and chromedriver here, the console is not opened");
      Assumptions.abort("no chromium and chromedriver on the PATH");
    }
    var options = new ChromeOptions();
    options.setBinary(browser.get().toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic");
    options.addArguments("--no-first-run", "--disable-background-networking", "--disable-sync");
    options.addArguments("--disable-component-update", "--window-size=1280,1000");
    options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
    return new Browser(
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(service.get().toFile())
                .usingAnyFreePort()
                .build(),
            options));
  }

  private static Optional<Path> installed(String... names) {
    var directories = System.getenv().getOrDefault("PATH", "").split(":", -1);
    return Stream.of(names)
        .flatMap(name -> Stream.of(directories).map(directory -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  void open(String address) {
    driver.get(address);
  }

  void reload() {
    driver.navigate().refresh();
  }

  String address() {
    return Objects.requireNonNull(driver.getCurrentUrl());
  }

  String title() {
    return Objects.requireNonNull(driver.getTitle());
  }

  /** All that can be read on the page. */
  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  void waitFor(String text) {
    try {
      wait.until(page -> text().contains(text));
    } catch (org.openqa.selenium.TimeoutException e) {
      throw new AssertionError("never read: " + text + "\non the page:\n" + text(), e);
    }
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  void type(String css, String text) {
    driver.findElement(By.cssSelector(css)).sendKeys(text);
  }

  /** Clicks what has this name, as a person with a mouse does. */
  void click(String name) {
    clicks++;
    wait.until(page -> named(name).map(Browser::clicked).orElse(false));
  }

  private static boolean clicked(WebElement element) {
    element.click();
    return true;
  }

  private Optional<WebElement> named(String name) {
    return all("button, a, summary, input").stream()
        .filter(element -> element.isDisplayed() && isNamed(element, name))
        .findFirst();
  }

  private static boolean isNamed(WebElement element, String name) {
    return Objects.requireNonNullElse(element.getAccessibleName(), "").startsWith(name);
  }

  /** How many clicks it took so far. */
  int clicks() {
    return clicks;
  }

  /** Walks to what has this name and presses Enter: there is no mouse. */
  void press(String name) {
    clicks++;
    walkTo(name);
    new Actions(driver).sendKeys(Keys.ENTER).perform();
  }

  void walkTo(String name) {
    for (int i = 0; i < MOST_TABS; i++) {
      if (isNamed(driver.switchTo().activeElement(), name)) {
        return;
      }
      new Actions(driver).sendKeys(Keys.TAB).perform();
    }
    throw new AssertionError("no way by Tab to " + name);
  }

  void keys(CharSequence keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Another tab of the same browser; the answer leads back to this one. */
  String newTab(String address) {
    var here = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    open(address);
    return here;
  }

  String tab() {
    return driver.getWindowHandle();
  }

  void switchTo(String tab) {
    driver.switchTo().window(tab);
  }

  Object run(String script) {
    return String.valueOf(driver.executeScript(script));
  }

  void dark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** What axe finds on this page, in light and in dark. */
  void hasNoBarriers(String state) {
    for (var dark : List.of(false, true)) {
      dark(dark);
      driver.executeScript(axe());
      var found =
          driver.executeAsyncScript(
              """
              const done = arguments[0];
              axe.run().then(found => done(found.violations.map(v =>
                  v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))));
              """);
      assertThat((List<?>) Objects.requireNonNull(found)).as("axe: %s", state).isEmpty();
    }
    dark(false);
  }

  private static String axe() {
    try (var stream = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing was blocked by the Content Security Policy and no script failed. */
  void hasNoErrors() {
    assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
        .filteredOn(entry -> !entry.getMessage().contains("Failed to load resource"))
        .isEmpty();
  }

  /** Into the docs, if asked for by {@code -Dconsole.screenshots}. */
  void picture(String name) {
    if (System.getProperty("console.screenshots") == null) {
      return;
    }
    try {
      var directory = Files.createDirectories(Path.of("..", "docs", "console"));
      Files.write(directory.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
