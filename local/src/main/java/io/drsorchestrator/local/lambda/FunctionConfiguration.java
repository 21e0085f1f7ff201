package io.drsorchestrator.local.lambda;

import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Map;

/**
 * What Lambda knows of a function.
 *
 * @param handler the class that the runtime calls
 * @param timeout of an invocation, in real time
 * @param log where the output of its processes goes
 */
public record FunctionConfiguration(
    String name,
    String arn,
    String handler,
    Duration timeout,
    Map<String, String> environment,
    Redirect log) {}
