package io.drsorchestrator.local.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A way to run the function.
 *
 * @param training flags with which a process once records what the later ones start from
 */
record Deployment(
    String name,
    Path java,
    Path jar,
    List<String> flags,
    List<String> training,
    Map<String, String> environment) {

  /** As Lambda's own Java runtimes are started: one compiler, one collector. */
  private static final List<String> LAMBDA = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  static Deployment plain(String name, Path java, Path jar) {
    return new Deployment(name, java, jar, List.of(), List.of(), Map.of());
  }

  static Deployment asLambda(String name, Path java, Path jar) {
    return new Deployment(name, java, jar, LAMBDA, List.of(), Map.of());
  }

  /** Told as Lambda tells it that a snapshot will be taken; the snapshot itself is AWS's. */
  static Deployment snapStart(String name, Path java, Path jar) {
    return new Deployment(
        name,
        java,
        jar,
        List.of("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"),
        List.of(),
        Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));
  }

  /** With an archive of the classes that one process has loaded. */
  static Deployment classArchive(String name, Path java, Path jar, Path archive) {
    return recorded(
        name, java, jar, "-XX:ArchiveClassesAtExit=" + archive, "-XX:SharedArchiveFile=" + archive);
  }

  /** With the cache of JEP 514 and 515: classes, linked, and profiles of methods. */
  static Deployment aotCache(String name, Path java, Path jar, Path cache) {
    return recorded(name, java, jar, "-XX:AOTCacheOutput=" + cache, "-XX:AOTCache=" + cache);
  }

  private static Deployment recorded(
      String name, Path java, Path jar, String record, String replay) {
    return new Deployment(
        name,
        java,
        jar,
        Stream.concat(LAMBDA.stream(), Stream.of(replay)).toList(),
        Stream.concat(LAMBDA.stream(), Stream.of(record)).toList(),
        Map.of());
  }

  List<String> command() {
    return Stream.concat(Stream.of(java.toString()), flags.stream()).toList();
  }

  List<String> trainingCommand() {
    return Stream.concat(Stream.of(java.toString()), training.stream()).toList();
  }
}
