package io.drsorchestrator.application.wave;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.GroupLaunchSettings.ServerSettings;
import io.vavr.control.Option;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What became of giving one server its launch settings. */
record Trial(ServerSettings server, boolean changed, Option<Fault> fault) {

  /**
   * Why they were not given.
   *
   * @param mayPass whether trying again may help
   */
  record Fault(String reason, boolean mayPass) {}

  /** The outcome of {@code change}, which says whether there was anything to change. */
  static Trial of(ServerSettings server, BooleanSupplier change) {
    try {
      return new Trial(server, change.getAsBoolean(), Option.none());
    } catch (AwsUnavailableException e) {
      return failed(server, e.getMessage(), true);
    } catch (AwsRefusedException e) {
      return failed(server, e.getMessage(), false);
    }
  }

  /** Nobody got to this server. */
  static Trial notMade(ServerSettings server) {
    return failed(server, "no time was left for it", true);
  }

  /** Settings are what people have typed, and AWS repeats them: one line, whatever they are. */
  private static Trial failed(ServerSettings server, @Nullable String reason, boolean mayPass) {
    var line = String.valueOf(reason).replaceAll("\\p{Cntrl}+", " ");
    return new Trial(server, false, Option.some(new Fault(line, mayPass)));
  }

  boolean hasFailed() {
    return fault.isDefined();
  }

  boolean mayPass() {
    return fault.exists(Fault::mayPass);
  }

  /** Whether the server may come up in another network than the one it should. */
  boolean isMisplaced() {
    return hasFailed() && server.settings().placesServer();
  }

  String reason() {
    return fault.map(Fault::reason).getOrElse("");
  }

  /** The failure for people. */
  String problem() {
    return server.server() + ": " + reason();
  }
}
