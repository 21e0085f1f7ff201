package io.drsorchestrator.local.aws;

import io.drsorchestrator.local.aws.drs.SourceServer;
import io.drsorchestrator.local.aws.drs.SourceServers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Source servers for tests: number 1 is server1 with an id that ends in 1. */
public final class Servers {

  private Servers() {}

  /** The id of server {@code number}. */
  public static String id(int number) {
    return String.format("s-%017x", number);
  }

  /** The ids of the servers 1 to {@code count}. */
  public static List<String> ids(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Servers::id).toList();
  }

  /** The servers 1 to {@code count} of the default account. */
  public static List<SourceServer> upTo(int count) {
    return parse(
        IntStream.rangeClosed(1, count)
            .mapToObj(n -> "{'sourceServerId':'" + id(n) + "','name':'server" + n + "'}")
            .collect(Collectors.joining(",", "[", "]")));
  }

  /** The servers in JSON with single quotes. */
  public static List<SourceServer> parse(String json) {
    return SourceServers.parse(json.replace('\'', '"'), SimulatedAwsBuilder.DEFAULT_ACCOUNT);
  }
}
