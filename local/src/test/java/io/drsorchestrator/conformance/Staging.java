package io.drsorchestrator.conformance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each case a stage on the target that the configuration parameters name, and clears it. */
public final class Staging implements ParameterResolver {

  private static final Namespace OURS = Namespace.create(Staging.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stage.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var connections =
        context
            .getRoot()
            .getStore(OURS)
            .getOrComputeIfAbsent(
                Connections.class, key -> connections(context), Connections.class);
    return context
        .getStore(OURS)
        .getOrComputeIfAbsent(Stage.class, key -> new Stage(connections), Stage.class);
  }

  private static Connections connections(ExtensionContext context) {
    return Connections.to(Target.of(new Settings(context::getConfigurationParameter)));
  }
}
