package io.drsorchestrator.local.aws.drs;

import io.drsorchestrator.local.aws.api.AwsLocation;
import io.drsorchestrator.local.aws.input.StrictJson;
import io.drsorchestrator.local.aws.input.StrictObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Source servers as people write them down: a JSON list of which only id and name are required. */
public final class SourceServers {

  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");
  private static final Pattern INSTANCE = Pattern.compile("i-[0-9a-f]{8,17}");
  private static final String DEFAULT_REGION = "us-east-1";
  private static final long DEFAULT_RAM = 8L << 30;
  private static final List<String> STATES =
      Arrays.stream(ReplicationState.values()).map(Enum::name).toList();

  private SourceServers() {}

  /** The servers in {@code json}; those without an account belong to the default one. */
  public static List<SourceServer> parse(String json, String defaultAccountId) {
    Set<String> ids = new HashSet<>();
    return StrictJson.objects("sourceServers", json).stream()
        .map(object -> server(object, defaultAccountId, ids))
        .toList();
  }

  private static SourceServer server(StrictObject object, String account, Set<String> ids) {
    String id =
        matching(object, "sourceServerId", IdFormats.SOURCE_SERVER, "s- and 17 letters or digits")
            .orElse("");
    if (id.isEmpty() || !ids.add(id)) {
      throw object.wrong("sourceServerId", id.isEmpty() ? "absent" : id, "an id used only once");
    }
    SourceServer.Identity identity = identity(object, id);
    SourceServer server =
        new SourceServer(
            location(object, account),
            id,
            tags(object, identity.name()),
            identity,
            machine(object),
            replicationState(object),
            lag(object));
    object.done();
    return server;
  }

  private static AwsLocation location(StrictObject object, String defaultAccount) {
    return new AwsLocation(
        matching(object, "accountId", IdFormats.ACCOUNT, "12 digits").orElse(defaultAccount),
        matching(object, "region", REGION, "a Region such as us-east-1").orElse(DEFAULT_REGION));
  }

  private static SourceServer.Identity identity(StrictObject object, String id) {
    String name = object.text("name");
    String hostname = object.optionalText("hostname").orElse(name);
    return new SourceServer.Identity(
        name,
        hostname,
        object.optionalText("fqdn").orElse(hostname + ".example.internal"),
        object.optionalText("ipAddress").orElse(Addresses.of("192.168", id)),
        matching(object, "awsInstanceId", INSTANCE, "i- and hexadecimal digits"));
  }

  private static SourceServer.Machine machine(StrictObject object) {
    return new SourceServer.Machine(
        object.optionalText("instanceType").orElse("m5.large"),
        object.optionalInt("cpus", 1, 1024).orElse(2),
        object.optionalNumber("ramBytes", 1, Long.MAX_VALUE).orElse(DEFAULT_RAM),
        object.optionalText("os").orElse("Linux"));
  }

  private static Map<String, String> tags(StrictObject object, String name) {
    Map<String, String> tags = new LinkedHashMap<>(object.textMap("tags"));
    tags.put("Name", name);
    return Map.copyOf(tags);
  }

  private static ReplicationState replicationState(StrictObject object) {
    return object
        .optionalText("replicationState", STATES)
        .map(ReplicationState::valueOf)
        .orElse(ReplicationState.CONTINUOUS);
  }

  private static Duration lag(StrictObject object) {
    Optional<String> text = object.optionalText("lagDuration");
    try {
      return text.map(Duration::parse).orElse(Duration.ZERO);
    } catch (DateTimeException e) {
      throw object.wrong("lagDuration", text.orElse(""), "an ISO-8601 duration such as PT5M");
    }
  }

  private static Optional<String> matching(
      StrictObject object, String field, Pattern pattern, String allowed) {
    Optional<String> text = object.optionalText(field);
    if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
      throw object.wrong(field, '"' + text.get() + '"', allowed);
    }
    return text;
  }
}
