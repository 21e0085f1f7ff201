package io.drsorchestrator.local.aws.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/** The opaque nextToken: the last key that was shown, sealed with the question it belongs to. */
record PageToken(String scope, String lastKey) {

  static PageToken parse(String text, String scope) {
    String plain = decode(text);
    int bar = plain.indexOf('|');
    PageToken token = new PageToken(scope, plain.substring(bar + 1));
    if (bar < 0 || !token.text().equals(text)) {
      throw new InvalidPageTokenException();
    }
    return token;
  }

  String text() {
    String plain = Long.toHexString(checksum()) + '|' + lastKey;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private long checksum() {
    CRC32 crc = new CRC32();
    crc.update((scope + '|' + lastKey).getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }

  private static String decode(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidPageTokenException(e);
    }
  }
}
