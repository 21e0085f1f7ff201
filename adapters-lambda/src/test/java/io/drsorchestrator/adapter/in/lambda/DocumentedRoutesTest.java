package io.drsorchestrator.adapter.in.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.adapter.in.api.OpenApiContract;
import org.junit.jupiter.api.Test;

/** What the handler answers and what {@code cfn/openapi.yaml} promises are the same (D36, D37). */
final class DocumentedRoutesTest {

  private final OpenApiContract contract = new OpenApiContract();

  @Test
  void every_route_is_documented() {
    assertThat(contract.routes()).containsAll(Bench.withNothing().routes);
  }

  @Test
  void every_documented_route_is_answered() {
    assertThat(Bench.withNothing().routes).containsAll(contract.routes());
  }
}
