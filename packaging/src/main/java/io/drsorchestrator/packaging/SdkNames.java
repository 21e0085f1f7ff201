package io.drsorchestrator.packaging;

import java.util.regex.Pattern;

/** How the SDK names its generated classes. */
final class SdkNames {

  private static final String SERVICES = "software/amazon/awssdk/services/";
  private static final Pattern CLIENT =
      Pattern.compile(SERVICES + "([a-z0-9]+/)+[A-Za-z0-9]+Client");
  private static final Pattern OPERATION =
      Pattern.compile(".*L" + SERVICES + "[a-z0-9/]+/(model|paginators|waiters)/.*");

  private SdkNames() {}

  /** Whether it belongs to one service, and may be left out if nothing reaches it. */
  static boolean isOfService(String className) {
    return className.startsWith(SERVICES);
  }

  /**
   * Whether it has a method for each operation of a service, an interface or what implements it.
   */
  static boolean isClient(String className) {
    return CLIENT.matcher(className).matches();
  }

  /** Whether a method with this descriptor, in a client, is about an operation. */
  static boolean isOperation(String descriptor) {
    return OPERATION.matcher(descriptor).matches();
  }
}
