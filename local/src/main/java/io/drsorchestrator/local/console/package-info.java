/** The page that {@code drs-local serve} shows: static files in front of the HTTP API. */
@NullMarked
package io.drsorchestrator.local.console;

import org.jspecify.annotations.NullMarked;
