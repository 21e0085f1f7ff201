/** The servers of a wave, as far as AWS has told about them. */
@NullMarked
package io.drsorchestrator.domain.server;

import org.jspecify.annotations.NullMarked;
