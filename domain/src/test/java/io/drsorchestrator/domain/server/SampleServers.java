package io.drsorchestrator.domain.server;

import io.drsorchestrator.domain.Moments;
import io.vavr.control.Option;

/** Servers, and what AWS tells about them. */
public final class SampleServers {

  public static final SourceMachine MACHINE =
      new SourceMachine(
          Option.some("web-1"), Option.some("192.0.2.10"), Option.some("i-0source000000001"));

  public static final RecoveryInstance RECOVERED =
      new RecoveryInstance(
          Option.some("10.0.0.10"),
          Option.some("ip-10-0-0-10"),
          Option.some("m5.large"),
          Option.some("running"),
          Option.some(Moments.NOON.plusSeconds(60)));

  private SampleServers() {}

  /** The id of a server, the same for the same numbers. */
  public static SourceServerId serverId(int wave, int server) {
    return new SourceServerId("s-%d-%d".formatted(wave, server));
  }

  /** All that AWS can tell about a server that came up. */
  public static ServerObservation everythingAboutALaunch() {
    return new ServerObservation(
        LaunchStatus.LAUNCHED,
        Option.some("i-0recovery0000001"),
        MACHINE,
        RECOVERED,
        Option.some("a warning"));
  }
}
