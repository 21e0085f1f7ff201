package io.drsorchestrator.local.aws.api;

import io.drsorchestrator.local.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The credential of a request that is signed with SigV4; the signature itself is not checked. */
public record Credential(String accessKeyId, String region, String service) {

  private static final Pattern SCOPE =
      Pattern.compile("Credential=([^/,\\s]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request");

  /** The credential of {@code request}, if it is signed. */
  public static Optional<Credential> of(HttpRequest request) {
    return request
        .header("Authorization")
        .map(SCOPE::matcher)
        .filter(Matcher::find)
        .map(scope -> new Credential(scope.group(1), scope.group(2), scope.group(3)));
  }
}
