package io.drsorchestrator.packaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What of a jar can be reached. All classes that are not of a service are taken as reached, and all
 * that a reached one names, in code, in a signature or in a text. Of a client only the operations
 * that a reached class calls are reached; they alone name thousands of classes.
 */
final class Narrowing {

  private final JarContent whole;
  private final Set<String> reached = new HashSet<>();
  private final Set<Member> called = new HashSet<>();
  private final Map<String, Client> clients = new LinkedHashMap<>();
  private final Deque<String> unread = new ArrayDeque<>();
  private final Deque<References> unfollowed = new ArrayDeque<>();

  Narrowing(JarContent whole) {
    this.whole = whole;
  }

  JarContent narrowed() {
    whole.entries().forEach(this::start);
    follow();
    var narrow = new LinkedHashMap<String, byte[]>();
    whole.entries().forEach((entry, content) -> keep(entry, content, narrow));
    return new JarContent(narrow);
  }

  private void start(String entry, byte[] content) {
    if (!JarContent.isClass(entry)) {
      namesInFile(entry, content);
    } else if (!SdkNames.isOfService(entry)) {
      reach(JarContent.className(entry));
    }
  }

  /** Files of the class path say by name which classes to load: services, and interceptors. */
  private void namesInFile(String entry, byte[] content) {
    if (entry.startsWith("META-INF/services/") || entry.endsWith("execution.interceptors")) {
      new String(content, StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> reach(line.strip().replace('.', '/')));
    }
  }

  private void reach(String className) {
    if (whole.entries().containsKey(className + ".class") && reached.add(className)) {
      unread.add(className);
    }
  }

  private void follow() {
    while (!unread.isEmpty() || !unfollowed.isEmpty()) {
      if (unfollowed.isEmpty()) {
        unfollowed.add(read(unread.remove()));
      }
      var references = unfollowed.remove();
      references.classes().forEach(this::reach);
      references.operations().forEach(this::call);
    }
  }

  private References read(String className) {
    var content = whole.entries().getOrDefault(className + ".class", new byte[0]);
    if (!SdkNames.isClient(className)) {
      return References.of(content);
    }
    var client = new Client(content);
    clients.put(className, client);
    called.forEach(operation -> follow(client, operation));
    return client.always();
  }

  private void call(Member operation) {
    if (called.add(operation)) {
      clients.values().forEach(client -> follow(client, operation));
    }
  }

  private void follow(Client client, Member operation) {
    var references = client.reach(operation);
    if (references != null) {
      unfollowed.add(references);
    }
  }

  private void keep(String entry, byte[] content, Map<String, byte[]> narrow) {
    var client = clients.get(JarContent.className(entry));
    if (client != null) {
      narrow.put(entry, client.narrowed(this::stays));
    } else if (!JarContent.isClass(entry) || stays(JarContent.className(entry))) {
      narrow.put(entry, content);
    }
  }

  private boolean stays(String className) {
    return !SdkNames.isOfService(className) || reached.contains(className);
  }
}
