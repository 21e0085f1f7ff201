/** One loopback port that serves every simulated AWS endpoint. */
@NullMarked
package io.drsorchestrator.local.http;

import org.jspecify.annotations.NullMarked;
