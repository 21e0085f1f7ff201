package io.drsorchestrator.adapter.out.sns;

import io.drsorchestrator.adapter.out.AwsText;
import java.text.Normalizer;

/** The subject of a message as SNS takes it: less than 100 characters of printable ASCII. */
final class Subject {

  private static final int LONGEST = 99;

  private Subject() {}

  /** Letters lose their accents; what ASCII cannot show is a question mark. */
  static String of(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    var ascii = plain.replaceAll("\\p{Cntrl}+", " ").replaceAll("[^ -~]", "?").strip();
    return AwsText.truncated(ascii.isEmpty() ? "DRS" : ascii, LONGEST).strip();
  }
}
