package io.drsorchestrator.local.aws.ec2;

import io.drsorchestrator.local.aws.drs.RecoveryInstance;
import io.drsorchestrator.local.aws.query.QueryParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A filter on instances: any of its values must match, in which {@code *} and {@code ?} do. */
record InstanceFilter(String name, List<Pattern> values) {

  private static final int MAX_VALUES = 200;
  private static final String ID = "instance-id";
  private static final String STATE = "instance-state-name";

  static List<InstanceFilter> all(QueryParameters parameters) {
    List<InstanceFilter> filters = new ArrayList<>();
    for (int n = 1; parameters.find("Filter." + n + ".Name").isPresent(); n++) {
      String name = parameters.find("Filter." + n + ".Name").orElseThrow();
      filters.add(of(name, parameters.list("Filter." + n + ".Value")));
    }
    return filters;
  }

  boolean matches(RecoveryInstance instance, Instant now) {
    String text = name.equals(ID) ? instance.id() : instance.stateAt(now).ec2Name();
    return values.stream().anyMatch(value -> value.matcher(text).matches());
  }

  private static InstanceFilter of(String name, List<String> values) {
    if (!List.of(ID, STATE).contains(name)) {
      throw Ec2Errors.invalid("Filter", "'" + name + "' is not simulated, but " + ID + ", " + STATE)
          .toException();
    }
    if (values.isEmpty()) {
      throw Ec2Errors.invalid("Filter", "'" + name + "' must have a value").toException();
    }
    if (values.size() > MAX_VALUES) {
      throw Ec2Errors.tooManyFilterValues(MAX_VALUES).toException();
    }
    return new InstanceFilter(name, values.stream().map(InstanceFilter::glob).toList());
  }

  private static Pattern glob(String value) {
    String regex = Pattern.quote(value).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.compile(regex);
  }
}
