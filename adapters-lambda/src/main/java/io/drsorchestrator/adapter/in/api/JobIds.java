package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.TextNode;
import io.drsorchestrator.adapter.in.request.InvalidRequestException;
import io.drsorchestrator.adapter.in.request.Payload;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;

/** The ids of DRS jobs in query parameters (contract 3.11, 3.12). */
final class JobIds {

  private static final int MOST = 100;

  /** What DRS accepts; one other id among them makes it refuse all. */
  private static final Pattern FORMAT = Pattern.compile("drsjob-[0-9a-zA-Z]{17}");

  private JobIds() {}

  /** Those of {@code jobIds=a,b} that can be ids; at least one has to be. */
  static Vector<JobId> list(ApiRequest request) {
    var given = request.query("jobIds").getOrElseThrow(() -> refused("jobIds parameter required"));
    var words = Vector.of(given.split(",", -1)).map(String::strip).reject(String::isEmpty);
    if (words.isEmpty()) {
      throw refused("No valid job IDs provided");
    }
    var ids = words.filter(FORMAT.asMatchPredicate()).distinct();
    if (ids.isEmpty()) {
      throw refused("No valid DRS job IDs provided. Expected format: drsjob-xxxxxxxxxxxxxxxx");
    }
    return bounded(ids).map(JobId::new);
  }

  private static Vector<String> bounded(Vector<String> ids) {
    if (ids.size() > MOST) {
      throw new InvalidRequestException(
          "INVALID_PARAMETER",
          "jobIds has %d ids, at most %d are allowed".formatted(ids.size(), MOST));
    }
    return ids;
  }

  static JobId valid(String given) {
    if (!FORMAT.matcher(given).matches()) {
      throw new InvalidRequestException(
          "INVALID_PARAMETER",
          "jobId is %s, allowed is drsjob- and 17 letters or digits"
              .formatted(Payload.shown(TextNode.valueOf(given))));
    }
    return new JobId(given);
  }

  private static InvalidRequestException refused(String text) {
    return new InvalidRequestException(text, text);
  }
}
