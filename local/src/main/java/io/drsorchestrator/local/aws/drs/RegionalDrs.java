package io.drsorchestrator.local.aws.drs;

import io.drsorchestrator.local.aws.api.ApiException;
import io.drsorchestrator.local.aws.api.AwsLocation;
import io.drsorchestrator.local.aws.api.Seeded;
import io.drsorchestrator.local.aws.template.LaunchTemplate;
import io.drsorchestrator.local.aws.template.LaunchTemplates;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DRS of one account in one Region: everything that it remembers. */
final class RegionalDrs {

  private final AwsLocation location;
  private final DrsSettings settings;
  private final Behaviours behaviours;
  private final Instant since;
  private final Map<String, SourceServer> servers = new LinkedHashMap<>();
  private final Map<String, LaunchConfiguration> configurations = new HashMap<>();
  private final Map<String, Integer> launchCounts = new HashMap<>();
  private final Deque<Job> jobs = new ArrayDeque<>();
  private final Instances instances = new Instances();
  private final Tags tags = new Tags();
  private final LaunchTemplates templates = new LaunchTemplates();

  RegionalDrs(AwsLocation location, DrsSettings settings, Behaviours behaviours, Instant since) {
    this.location = location;
    this.settings = settings;
    this.behaviours = behaviours;
    this.since = since;
  }

  AwsLocation location() {
    return location;
  }

  DrsSettings settings() {
    return settings;
  }

  Instant since() {
    return since;
  }

  Instances instances() {
    return instances;
  }

  Tags tags() {
    return tags;
  }

  /** The launch templates of EC2 in the same place. */
  LaunchTemplates templates() {
    return templates;
  }

  void register(SourceServer server) {
    servers.put(server.sourceServerId(), server);
    templates.ensure(templateId(server.sourceServerId()), ServerTemplate.initial(server));
    tags.replace(server.arn(), server.tags());
  }

  List<SourceServer> servers() {
    return List.copyOf(servers.values());
  }

  /** The server with that id, or a ResourceNotFoundException. */
  SourceServer server(String id) {
    return Optional.ofNullable(servers.get(id)).orElseThrow(() -> unknownServer(id));
  }

  LaunchConfiguration configuration(String id) {
    SourceServer server = server(id);
    return configurations.getOrDefault(
        id, LaunchConfiguration.initial(server.name(), templateId(id)));
  }

  private String templateId(String serverId) {
    return Seeded.id("lt-", settings.seed(), serverId);
  }

  /** DRS makes a version of the launch template of its own, and the default. */
  void configure(String id, LaunchConfiguration configuration) {
    configurations.put(id, configuration);
    LaunchTemplate template = template(id);
    template.makeDefault(template.add(template.defaultVersion(), "Updated by DRS", Map.of()));
  }

  /** The launch template of a server that is registered. */
  LaunchTemplate template(String id) {
    return templates.find(configuration(id).ec2LaunchTemplateId()).orElseThrow();
  }

  /** All jobs, the newest first, including those that DRS no longer shows. */
  List<Job> jobs() {
    return List.copyOf(jobs);
  }

  List<Job> visibleJobs(Instant now) {
    return jobs.stream().filter(job -> !Forever.reached(job.header().vanishesAt(), now)).toList();
  }

  List<Job> activeJobs(Instant now) {
    return jobs.stream().filter(job -> job.header().activeAt(now)).toList();
  }

  void add(Job job, Map<String, String> jobTags) {
    jobs.addFirst(job);
    tags.replace(job.header().arn(), jobTags);
  }

  String nextJobId() {
    String number = Integer.toString(jobs.size());
    return Seeded.id("drsjob-", settings.seed(), location.accountId(), location.region(), number);
  }

  /** How the next launch of {@code server} is going to go. */
  LaunchPlan nextPlan(SourceServer server, String jobId) {
    int number = launchCounts.merge(server.sourceServerId(), 1, Integer::sum);
    LaunchPlan usual = LaunchPlan.draw(settings, jobId, server.sourceServerId());
    return behaviours.disturb(usual, server, number);
  }

  Optional<LastLaunch> lastLaunch(String sourceServerId) {
    return jobs.stream()
        .filter(LaunchJob.class::isInstance)
        .map(LaunchJob.class::cast)
        .filter(job -> job.launches().containsKey(sourceServerId))
        .findFirst()
        .map(job -> new LastLaunch(job, job.launch(sourceServerId)));
  }

  JobState stateOf(Job job, Instant now) {
    JobHeader header = job.header();
    return new JobState(
        location,
        header.jobId(),
        header.type(),
        header.initiatedBy(),
        header.statusAt(now),
        header.createdAt(),
        Optional.of(header.endsAt()).filter(end -> Forever.reached(end, now)),
        job.participantsAt(now, instances),
        tags.of(header.arn()));
  }

  private static ApiException unknownServer(String id) {
    return DrsErrors.notFound("SourceServer", id).toException();
  }
}
