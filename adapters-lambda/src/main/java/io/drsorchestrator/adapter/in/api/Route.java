package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.Function1;
import io.vavr.control.Option;

/**
 * What answers a method of a resource, and what its caller has to be allowed.
 *
 * @param permission absent where every signed-in user may read
 */
record Route(Option<Permission> permission, Function1<ApiRequest, ObjectNode> endpoint) {

  static Route reading(Function1<ApiRequest, ObjectNode> endpoint) {
    return new Route(Option.none(), endpoint);
  }

  static Route needing(Permission permission, Function1<ApiRequest, ObjectNode> endpoint) {
    return new Route(Option.some(permission), endpoint);
  }
}
