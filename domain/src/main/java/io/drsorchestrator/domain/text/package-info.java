/** Texts that people and other systems have written. */
@NullMarked
package io.drsorchestrator.domain.text;

import org.jspecify.annotations.NullMarked;
