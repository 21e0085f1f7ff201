package io.drsorchestrator.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchConfigurations;
import io.drsorchestrator.application.port.LaunchSettings;
import io.drsorchestrator.application.port.LaunchSettings.OfDrs;
import io.drsorchestrator.application.port.LaunchSettings.OfTemplate;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** What the start of a wave relies on when it sets how servers are launched. */
public abstract class LaunchConfigurationsContract {

  protected static final DrsScope SCOPE =
      new DrsScope(AccountContext.current("111122223333"), "us-east-1");

  private static final LaunchSettings EVERYTHING =
      new LaunchSettings(
          new OfDrs(
              Option.some(true),
              Option.some(true),
              Option.some(true),
              Option.some("NONE"),
              Option.some("STOPPED"),
              Option.some(true),
              Option.some("i-00000000000000009")),
          new OfTemplate(
              Option.some("r5.xlarge"),
              Option.some("subnet-0000000000000000a"),
              Vector.of("sg-0000000000000000a", "sg-0000000000000000b"),
              Option.some("RecoveredServer"),
              Option.some("10.0.7.7")));

  protected abstract LaunchConfigurations configurations();

  /** How the server would be launched now. */
  protected abstract LaunchSettings settingsOf(SourceServerId server);

  /** From now on that server is not known. */
  protected abstract void forget(SourceServerId server);

  protected static SourceServerId server(int number) {
    return new SourceServerId("s-%017x".formatted(number));
  }

  private boolean ensure(int number, LaunchSettings settings) {
    return configurations().ensure(SCOPE, server(number), settings);
  }

  private static LaunchSettings type(String type) {
    return template(Option.some(type), Option.none(), Vector.empty());
  }

  private static LaunchSettings template(
      Option<String> type, Option<String> subnet, Vector<String> groups) {
    return new LaunchSettings(
        LaunchSettings.NONE.drs(),
        new OfTemplate(type, subnet, groups, Option.none(), Option.none()));
  }

  @Test
  void whatever_can_be_set_is_set() {
    assertThat(ensure(1, EVERYTHING)).isTrue();

    assertThat(settingsOf(server(1))).isEqualTo(EVERYTHING);
  }

  @Test
  void setting_the_same_again_changes_nothing() {
    ensure(1, EVERYTHING);

    assertThat(ensure(1, EVERYTHING)).isFalse();
    assertThat(settingsOf(server(1))).isEqualTo(EVERYTHING);
  }

  @Test
  void what_is_left_open_stays_as_it_was() {
    ensure(1, EVERYTHING);

    assertThat(ensure(1, type("m5.2xlarge"))).isTrue();

    var template = EVERYTHING.template();
    assertThat(settingsOf(server(1)))
        .isEqualTo(
            new LaunchSettings(
                EVERYTHING.drs(),
                new OfTemplate(
                    Option.some("m5.2xlarge"),
                    template.subnetId(),
                    template.securityGroupIds(),
                    template.instanceProfileName(),
                    template.staticPrivateIp())));
  }

  @Test
  void other_servers_are_left_alone() {
    ensure(1, type("r5.large"));
    var before = settingsOf(server(1));

    ensure(2, EVERYTHING);

    assertThat(settingsOf(server(1))).isEqualTo(before);
  }

  @Test
  void the_last_of_two_settings_holds() {
    ensure(1, type("m5.large"));
    ensure(1, type("r5.large"));

    assertThat(settingsOf(server(1)).template().instanceType()).containsExactly("r5.large");
  }

  @Test
  void a_server_that_is_not_known_is_refused() {
    forget(server(3));

    assertThatThrownBy(() -> ensure(3, EVERYTHING)).isInstanceOf(AwsRefusedException.class);
  }
}
