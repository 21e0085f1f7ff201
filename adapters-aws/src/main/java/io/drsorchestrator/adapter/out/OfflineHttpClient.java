package io.drsorchestrator.adapter.out;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Answers every request with an empty JSON object, from memory: nothing leaves the process. */
final class OfflineHttpClient implements SdkHttpClient {

  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

  private static final class Answer implements ExecutableHttpRequest {

    @Override
    public HttpExecuteResponse call() {
      return HttpExecuteResponse.builder()
          .response(SdkHttpResponse.builder().statusCode(200).build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(EMPTY)))
          .build();
    }

    @Override
    public void abort() {}
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Answer();
  }

  @Override
  public void close() {}
}
