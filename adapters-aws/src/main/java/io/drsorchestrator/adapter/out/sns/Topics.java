package io.drsorchestrator.adapter.out.sns;

import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.application.port.Notifications.Kind;
import io.vavr.control.Option;

/** The topics of the contract (7.1, 7.5) by their ARNs; an empty one switches its events off. */
public record Topics(String executions, String alerts, String pauses) {

  Option<String> of(Kind kind) {
    return AwsText.present(
        switch (kind) {
          case START, COMPLETE, CANCEL, DRILL_REMINDER -> executions;
          case FAIL -> alerts;
          case PAUSE, PAUSE_REMINDER -> pauses;
        });
  }
}
