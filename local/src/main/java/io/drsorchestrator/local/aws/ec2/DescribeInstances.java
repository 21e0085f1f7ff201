package io.drsorchestrator.local.aws.ec2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.AwsLocation;
import io.drsorchestrator.local.aws.api.Json;
import io.drsorchestrator.local.aws.api.Page;
import io.drsorchestrator.local.aws.drs.DrsWorld;
import io.drsorchestrator.local.aws.drs.RecoveryInstance;
import io.drsorchestrator.local.aws.query.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** DescribeInstances: an unknown id fails the whole call, a filter merely leaves it out. */
final class DescribeInstances {

  private static final Duration TERMINATED_STAYS = Duration.ofHours(1);
  private static final Pattern ID = Pattern.compile("i-[0-9a-f]{8,17}");
  private static final int MIN_RESULTS = 5;
  private static final int MAX_RESULTS = 1000;

  private final DrsWorld world;
  private final int pageSize;

  DescribeInstances(DrsWorld world, int pageSize) {
    this.world = world;
    this.pageSize = pageSize;
  }

  ObjectNode answer(AwsLocation location, QueryParameters parameters) {
    Instant now = world.now();
    List<String> ids = ids(parameters);
    List<InstanceFilter> filters = InstanceFilter.all(parameters);
    List<RecoveryInstance> instances =
        named(ids, visible(location, now)).stream()
            .filter(it -> filters.stream().allMatch(filter -> filter.matches(it, now)))
            .toList();
    String scope = location + parameters.list("InstanceId").toString() + filters(parameters);
    int size = ids.isEmpty() ? pageSize(parameters) : Integer.MAX_VALUE;
    Page<RecoveryInstance> page =
        Page.of(instances, RecoveryInstance::id, scope, parameters.find("NextToken"), size);
    return tree(page, now);
  }

  private static ObjectNode tree(Page<RecoveryInstance> page, Instant now) {
    ObjectNode tree = Json.object();
    ArrayNode reservations = tree.putArray("reservationSet");
    page.items().forEach(it -> reservations.add(ReservationXml.of(it, now)));
    page.nextToken().ifPresent(token -> tree.put("nextToken", token));
    return tree;
  }

  private List<RecoveryInstance> visible(AwsLocation location, Instant now) {
    return world.instances(location).stream()
        .filter(it -> !now.isBefore(it.seenInEc2At()))
        .filter(it -> now.minus(TERMINATED_STAYS).isBefore(it.terminatedAt()))
        .toList();
  }

  private static List<RecoveryInstance> named(List<String> ids, List<RecoveryInstance> visible) {
    if (ids.isEmpty()) {
      return visible;
    }
    List<String> known = visible.stream().map(RecoveryInstance::id).toList();
    List<String> unknown = ids.stream().filter(id -> !known.contains(id)).toList();
    if (!unknown.isEmpty()) {
      throw Ec2Errors.notFound(unknown).toException();
    }
    return visible.stream().filter(it -> ids.contains(it.id())).toList();
  }

  private static List<String> ids(QueryParameters parameters) {
    List<String> ids = parameters.list("InstanceId");
    ids.stream()
        .filter(id -> !ID.matcher(id).matches())
        .findFirst()
        .ifPresent(
            id -> {
              throw Ec2Errors.malformedId(id).toException();
            });
    boolean paged =
        parameters.find("MaxResults").isPresent() || parameters.find("NextToken").isPresent();
    if (paged && !ids.isEmpty()) {
      throw Ec2Errors.combination(
              "The parameter instancesSet cannot be used with the parameter maxResults")
          .toException();
    }
    return ids;
  }

  private int pageSize(QueryParameters parameters) {
    Optional<String> text = parameters.find("MaxResults");
    if (text.isEmpty()) {
      return pageSize;
    }
    if (!text.get().matches("[0-9]{1,4}") || outOfRange(Integer.parseInt(text.get()))) {
      throw Ec2Errors.invalid("maxResults", "must be " + MIN_RESULTS + " to " + MAX_RESULTS)
          .toException();
    }
    return Math.min(pageSize, Integer.parseInt(text.get()));
  }

  private static boolean outOfRange(int maxResults) {
    return maxResults < MIN_RESULTS || maxResults > MAX_RESULTS;
  }

  private static String filters(QueryParameters parameters) {
    return parameters.values().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("Filter."))
        .toList()
        .toString();
  }
}
