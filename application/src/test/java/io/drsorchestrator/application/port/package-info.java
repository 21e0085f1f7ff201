/** What ports do by themselves. */
@NullMarked
package io.drsorchestrator.application.port;

import org.jspecify.annotations.NullMarked;
