package io.drsorchestrator.application.create;

import io.drsorchestrator.application.size.PlanSize;
import io.vavr.control.Option;

/** How large the item of an execution of a plan can become. */
final class ItemBytes {

  private ItemBytes() {}

  static Option<Integer> of(SurveyedPlan survey) {
    return survey.drafts().map(LaunchLimits::size).map(PlanSize::bytes).max();
  }
}
