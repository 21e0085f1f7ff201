package io.drsorchestrator.local.aws.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.aws.api.ApiError;
import io.drsorchestrator.local.aws.api.ApiProtocol;
import io.drsorchestrator.local.http.HttpResponse;
import java.util.function.UnaryOperator;

/** A call on its way, seen from the effect that disturbs it. */
interface Exchange {

  ApiProtocol protocol();

  /** Lets the service do its work and answers with what {@code change} leaves of its answer. */
  HttpResponse proceed(UnaryOperator<JsonNode> change);

  /** Answers with {@code error}. */
  HttpResponse refuse(ApiError error);
}
