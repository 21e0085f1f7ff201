package io.drsorchestrator.local.aws.fault;

import io.drsorchestrator.local.aws.api.ApiError;
import io.drsorchestrator.local.http.HttpResponse;
import io.drsorchestrator.local.http.LostAnswerException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a fault does to a call. */
public sealed interface Effect {

  /** Plays this effect. */
  HttpResponse on(Exchange exchange);

  /** Nothing but the fault's delay. */
  record Delay() implements Effect {
    @Override
    public HttpResponse on(Exchange exchange) {
      return exchange.proceed(UnaryOperator.identity());
    }
  }

  /** The service's own throttling error. */
  record Throttle(Optional<Integer> retryAfterSeconds) implements Effect {
    @Override
    public HttpResponse on(Exchange exchange) {
      return exchange.refuse(exchange.protocol().throttled(retryAfterSeconds));
    }
  }

  /** An error without any effect; without code the service's usual server error. */
  record Fail(Optional<String> code, Optional<Integer> status) implements Effect {
    @Override
    public HttpResponse on(Exchange exchange) {
      ApiError error = exchange.protocol().error(code);
      return exchange.refuse(status.map(error::withStatus).orElse(error));
    }
  }

  /** The connection is closed and nothing has happened. */
  record Disconnect() implements Effect {
    @Override
    public HttpResponse on(Exchange exchange) {
      throw new LostAnswerException("the connection broke before the call had an effect");
    }
  }

  /** The call has its effect, but its answer is lost or turned into an error. */
  record LoseAnswer(Optional<String> code) implements Effect {
    @Override
    public HttpResponse on(Exchange exchange) {
      exchange.proceed(UnaryOperator.identity());
      return code.map(name -> exchange.refuse(exchange.protocol().error(Optional.of(name))))
          .orElseThrow(() -> new LostAnswerException("the connection broke after the effect"));
    }
  }

  /** The named fields of the answer carry a value that no client knows. */
  record UnknownEnum(Set<String> fields) implements Effect {
    @Override
    public HttpResponse on(Exchange exchange) {
      return exchange.proceed(tree -> Fields.replaceTexts(tree, fields, "NOT_YET_INVENTED"));
    }
  }

  /** The named fields are absent from the answer. */
  record MissingFields(Set<String> fields) implements Effect {
    @Override
    public HttpResponse on(Exchange exchange) {
      return exchange.proceed(tree -> Fields.remove(tree, fields));
    }
  }
}
