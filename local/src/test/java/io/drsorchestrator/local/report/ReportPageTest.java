package io.drsorchestrator.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A page that is well-formed whatever is in the report, and a chart whose bars are as long as the
 * times.
 */
final class ReportPageTest {

  private static final String EVIL = "</td><script>alert(1)</script>\"'&\u202e\n";

  private static JsonNode report(String text) throws IOException {
    var json =
        new ObjectMapper()
            .readTree(
                """
                {"executionId": "e-1", "planName": "P", "executionType": "DRILL", "status": "COMPLETED",
                 "initiatedBy": "T", "startTime": 1000, "endTime": 3000, "reportTime": 3000,
                 "completedWaves": 1, "totalWaves": 1, "servers": 1, "launchedServers": 1,
                 "errorMessage": "T",
                 "recovery": {"seconds": 2000, "waitingSeconds": 500, "targetSeconds": 2000, "isWithinTarget": true},
                 "waves": [{"waveNumber": 0, "waveName": "T", "status": "COMPLETED", "statusMessage": "T",
                            "startTime": 1500, "endTime": 2500, "seconds": 1000,
                            "servers": [{"serverName": "T", "launchStatus": "LAUNCHED", "instanceId": "T", "error": "T",
                                         "launchTime": 2000, "seconds": 500}]}],
                 "waits": [{"from": 1000, "until": 1500, "seconds": 500, "isOver": true}],
                 "decisions": [{"command": "resume", "by": "T", "at": 1500, "reason": "T"}],
                 "failures": [{"waveNumber": 0, "serverName": "T", "reason": "T"}]}
                """);
    return new ObjectMapper()
        .readTree(json.toString().replace("\"T\"", new ObjectMapper().writeValueAsString(text)));
  }

  private static Document parsed(String page) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(page, e);
    }
  }

  private static Element bar(Document page, String kind, int index) {
    var bars = page.getElementsByTagName("rect");
    var seen = 0;
    for (int i = 0; i < bars.getLength(); i++) {
      var bar = (Element) bars.item(i);
      if (bar.getAttribute("class").equals(kind) && seen++ == index) {
        return bar;
      }
    }
    throw new AssertionError("no bar " + kind);
  }

  private static double number(Element bar, String name) {
    return Double.parseDouble(bar.getAttribute(name));
  }

  @Test
  void whatever_is_in_a_report_stays_a_text() throws IOException {
    var page = ReportPage.of(report(EVIL));

    var document = parsed(page);
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(page).doesNotContain("\u202e", "<script", "javascript:", "http://", "https://");
    assertThat(document.getDocumentElement().getTextContent())
        .contains("<script>alert(1)</script>");
    assertThat(document.getElementsByTagName("table").getLength()).isEqualTo(4);
  }

  /** The axis is 730 wide for 2000 seconds. */
  @Test
  void the_bars_are_as_long_as_the_times() throws IOException {
    var page = parsed(ReportPage.of(report("x")));
    var wave = bar(page, "good", 0);
    var server = bar(page, "good", 1);
    var wait = bar(page, "wait", 0);

    assertThat(number(wave, "width")).isEqualTo(365.0);
    assertThat(number(server, "width")).isEqualTo(182.5);
    assertThat(number(server, "x")).isEqualTo(number(wave, "x"));
    assertThat(number(wait, "x") + number(wait, "width")).isEqualTo(number(wave, "x"));
  }

  @Test
  void a_report_of_almost_nothing_is_a_page() throws IOException {
    var page = ReportPage.of(new ObjectMapper().readTree("{\"waves\": [], \"recovery\": {}}"));

    assertThat(parsed(page).getElementsByTagName("h1").getLength()).isEqualTo(1);
  }
}
