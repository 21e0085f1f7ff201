package io.drsorchestrator.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.GroupLaunchSettings.ServerSettings;
import io.drsorchestrator.application.port.LaunchSettings.OfDrs;
import io.drsorchestrator.application.port.LaunchSettings.OfTemplate;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** What several servers of a group can share, and what only one of them can have. */
class LaunchSettingsTest {

  private static final SourceServerId ONE = new SourceServerId("s-00000000000000001");
  private static final SourceServerId TWO = new SourceServerId("s-00000000000000002");

  private static final LaunchSettings TAGS = drs(Option.some(true), Option.none());
  private static final LaunchSettings INTO = drs(Option.some(true), Option.some("i-1"));
  private static final LaunchSettings ADDRESS = template(Option.none(), Option.some("10.0.0.7"));
  private static final LaunchSettings SUBNET = template(Option.some("subnet-1"), Option.none());

  private static LaunchSettings drs(Option<Boolean> copyTags, Option<String> intoInstance) {
    return new LaunchSettings(
        new OfDrs(
            Option.none(),
            copyTags,
            Option.none(),
            Option.none(),
            Option.none(),
            Option.none(),
            intoInstance),
        OfTemplate.NONE);
  }

  private static LaunchSettings template(Option<String> subnet, Option<String> address) {
    return new LaunchSettings(
        OfDrs.NONE, new OfTemplate(Option.none(), subnet, Vector.empty(), Option.none(), address));
  }

  private static GroupLaunchSettings common(LaunchSettings settings) {
    return new GroupLaunchSettings(settings, HashMap.empty());
  }

  @Test
  void are_empty_if_nothing_is_said() {
    assertThat(LaunchSettings.NONE.isEmpty()).isTrue();
    assertThat(TAGS.isEmpty()).isFalse();
    assertThat(TAGS.drs().isEmpty()).isFalse();
    assertThat(SUBNET.isEmpty()).isFalse();
    assertThat(SUBNET.drs().isEmpty()).isTrue();
  }

  @Test
  void place_a_server_by_subnet_or_security_group() {
    var group =
        new LaunchSettings(
            OfDrs.NONE,
            new OfTemplate(
                Option.none(), Option.none(), Vector.of("sg-1"), Option.none(), Option.none()));
    assertThat(SUBNET.placesServer()).isTrue();
    assertThat(group.placesServer()).isTrue();
    assertThat(ADDRESS.placesServer()).isFalse();
  }

  @Test
  void of_one_server_are_those_of_its_group() {
    assertThat(common(INTO).of(Vector.of(ONE))).containsExactly(new ServerSettings(ONE, INTO));
    assertThat(common(INTO).isTooMuchFor(Vector.of(ONE))).isFalse();
    assertThat(common(INTO).concerns(Vector.of(ONE))).isTrue();
  }

  @Test
  void of_several_are_without_what_only_one_can_have() {
    var both = Vector.of(ONE, TWO);
    assertThat(common(INTO).of(both))
        .containsExactly(new ServerSettings(ONE, TAGS), new ServerSettings(TWO, TAGS));
    assertThat(common(INTO).isTooMuchFor(both)).isTrue();
    assertThat(common(TAGS).isTooMuchFor(both)).isFalse();
    assertThat(common(ADDRESS).of(both)).isEmpty();
    assertThat(common(ADDRESS).concerns(both)).isTrue();
    assertThat(GroupLaunchSettings.NONE.concerns(both)).isFalse();
  }

  @Test
  void of_a_server_with_its_own_are_its_own() {
    var group = new GroupLaunchSettings(INTO, HashMap.of(TWO, SUBNET));
    var both = Vector.of(ONE, TWO);
    assertThat(group.of(both))
        .containsExactly(new ServerSettings(ONE, INTO), new ServerSettings(TWO, SUBNET));
    assertThat(group.isTooMuchFor(both)).isFalse();
  }
}
