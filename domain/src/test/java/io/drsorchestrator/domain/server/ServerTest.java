package io.drsorchestrator.domain.server;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.server.SampleServers.MACHINE;
import static io.drsorchestrator.domain.server.SampleServers.RECOVERED;
import static io.drsorchestrator.domain.server.SampleServers.everythingAboutALaunch;
import static io.drsorchestrator.domain.server.SampleServers.serverId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerTest {

  private static final Server AWAITED = Server.awaiting(serverId(0, 0));
  private static final Instant EC2_LAUNCH = NOON.plusSeconds(60);
  private static final Instant LATER = NOON.plusSeconds(600);

  @Test
  void is_pending_until_something_is_known() {
    assertThat(AWAITED)
        .isEqualTo(
            new Server(
                serverId(0, 0),
                LaunchStatus.PENDING,
                Option.none(),
                Option.none(),
                SourceMachine.UNKNOWN,
                RecoveryInstance.UNKNOWN,
                Option.none()));
  }

  @Test
  void takes_over_everything_that_was_seen() {
    assertThat(AWAITED.join(everythingAboutALaunch(), NOON))
        .isEqualTo(
            new Server(
                serverId(0, 0),
                LaunchStatus.LAUNCHED,
                Option.some(EC2_LAUNCH),
                Option.some("i-0recovery0000001"),
                MACHINE,
                RECOVERED,
                Option.some("a warning")));
  }

  @Test
  void loses_nothing_to_a_poorer_answer() {
    var known = AWAITED.join(everythingAboutALaunch(), NOON);

    assertThat(known.join(ServerObservation.of(LaunchStatus.PENDING), LATER)).isEqualTo(known);
  }

  @Test
  void renews_a_fact_and_keeps_the_others() {
    var known = AWAITED.join(everythingAboutALaunch(), NOON);
    var moved =
        new ServerObservation(
            LaunchStatus.LAUNCHED,
            Option.none(),
            SourceMachine.UNKNOWN,
            new RecoveryInstance(
                Option.some("10.0.0.99"),
                Option.none(),
                Option.none(),
                Option.some("stopped"),
                Option.some(LATER)),
            Option.none());

    assertThat(known.join(moved, LATER))
        .isEqualTo(
            new Server(
                serverId(0, 0),
                LaunchStatus.LAUNCHED,
                Option.some(EC2_LAUNCH),
                Option.some("i-0recovery0000001"),
                MACHINE,
                new RecoveryInstance(
                    Option.some("10.0.0.99"),
                    Option.some("ip-10-0-0-10"),
                    Option.some("m5.large"),
                    Option.some("stopped"),
                    Option.some(LATER)),
                Option.some("a warning")));
  }

  @Test
  void renews_single_facts_about_the_source_machine() {
    var renamed = new SourceMachine(Option.some("web-2"), Option.none(), Option.none());

    assertThat(MACHINE.join(renamed))
        .isEqualTo(
            new SourceMachine(Option.some("web-2"), MACHINE.ipAddress(), MACHINE.instanceId()));
    assertThat(renamed.join(MACHINE)).isEqualTo(MACHINE);
  }

  @Test
  void was_launched_when_first_seen_so_where_ec2_tells_nothing() {
    var launched = AWAITED.join(ServerObservation.of(LaunchStatus.LAUNCHED), NOON);

    assertThat(launched.launchTime()).contains(NOON);
    assertThat(launched.join(everythingAboutALaunch(), LATER).launchTime()).contains(NOON);
  }

  @Test
  void has_no_launch_time_before_it_is_launched() {
    var booting =
        new ServerObservation(
            LaunchStatus.IN_PROGRESS,
            Option.none(),
            SourceMachine.UNKNOWN,
            RECOVERED,
            Option.none());

    assertThat(AWAITED.join(booting, NOON).launchTime()).isEmpty();
  }

  @Test
  void keeps_its_launch_time_when_it_is_terminated() {
    var launched = AWAITED.join(ServerObservation.of(LaunchStatus.LAUNCHED), NOON);

    var terminated = launched.join(ServerObservation.of(LaunchStatus.TERMINATED), LATER);

    assertThat(terminated.launchStatus()).isEqualTo(LaunchStatus.TERMINATED);
    assertThat(terminated.launchTime()).contains(NOON);
  }

  /** What EC2 said of the state is old by the next look; the rest lasts. */
  @Test
  void what_lasts_of_an_instance_is_all_but_its_state() {
    assertThat(RECOVERED.lasting())
        .isEqualTo(
            new RecoveryInstance(
                Option.some("10.0.0.10"),
                Option.some("ip-10-0-0-10"),
                Option.some("m5.large"),
                Option.none(),
                Option.some(EC2_LAUNCH)));
  }

  @Test
  void goes_by_its_id_until_a_name_is_known() {
    assertThat(AWAITED.name()).isEqualTo("s-0-0");
    assertThat(AWAITED.join(everythingAboutALaunch(), NOON).name()).isEqualTo("web-1");
  }

  @Test
  void has_an_id_that_is_not_blank() {
    assertThat(serverId(0, 0)).hasToString("s-0-0");
    assertThatThrownBy(() -> new SourceServerId(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a source server id must not be blank");
  }
}
