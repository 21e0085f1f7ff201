package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchConfigurations;
import io.drsorchestrator.application.port.LaunchSettings;
import io.drsorchestrator.application.port.LaunchSettings.OfDrs;
import io.drsorchestrator.application.port.LaunchSettings.OfTemplate;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;

/** How servers would be launched, kept by place; what is said of a server adds to what was. */
public final class MemoryLaunchConfigurations implements LaunchConfigurations {

  private record Key(String accountId, String region, SourceServerId server) {}

  private final Outages outages = new Outages();
  private Map<Key, LaunchSettings> kept = HashMap.empty();
  private Map<SourceServerId, String> refusals = HashMap.empty();

  @Override
  public synchronized boolean ensure(
      DrsScope scope, SourceServerId server, LaunchSettings settings) {
    return outages.during("ensure", () -> change(scope, server, settings));
  }

  private boolean change(DrsScope scope, SourceServerId server, LaunchSettings settings) {
    refusals
        .get(server)
        .forEach(
            reason -> {
              throw new AwsRefusedException(reason, new IllegalStateException(reason));
            });
    var before = settingsOf(scope, server);
    var after = over(before, settings);
    kept = kept.put(key(scope, server), after);
    return !after.equals(before);
  }

  private static LaunchSettings over(LaunchSettings old, LaunchSettings wanted) {
    var drs = wanted.drs();
    var template = wanted.template();
    return new LaunchSettings(
        new OfDrs(
            drs.copyPrivateIp().orElse(old.drs().copyPrivateIp()),
            drs.copyTags().orElse(old.drs().copyTags()),
            drs.osByol().orElse(old.drs().osByol()),
            drs.rightSizingMethod().orElse(old.drs().rightSizingMethod()),
            drs.launchDisposition().orElse(old.drs().launchDisposition()),
            drs.postLaunchEnabled().orElse(old.drs().postLaunchEnabled()),
            drs.launchIntoInstanceId().orElse(old.drs().launchIntoInstanceId())),
        new OfTemplate(
            template.instanceType().orElse(old.template().instanceType()),
            template.subnetId().orElse(old.template().subnetId()),
            template.securityGroupIds().isEmpty()
                ? old.template().securityGroupIds()
                : template.securityGroupIds(),
            template.instanceProfileName().orElse(old.template().instanceProfileName()),
            template.staticPrivateIp().orElse(old.template().staticPrivateIp())));
  }

  /** What was said of the server so far. */
  public synchronized LaunchSettings settingsOf(DrsScope scope, SourceServerId server) {
    return kept.getOrElse(key(scope, server), LaunchSettings.NONE);
  }

  private static Key key(DrsScope scope, SourceServerId server) {
    return new Key(scope.account().accountId(), scope.region(), server);
  }

  /** From now on nothing can be set for the server. */
  public synchronized void refuse(SourceServerId server, String reason) {
    refusals = refusals.put(server, reason);
  }

  /** Until {@link #recover} nothing can be set. */
  public synchronized void fail() {
    outages.fail("ensure");
  }

  /** The next change has its effect, and its caller sees it fail. */
  public synchronized void loseAnswer() {
    outages.loseAnswerOf("ensure");
  }

  public synchronized void recover() {
    outages.end();
    refusals = HashMap.empty();
  }

  /** How often somebody wanted to set something. */
  public synchronized int calls() {
    return outages.calls().getOrElse("ensure", 0);
  }
}
