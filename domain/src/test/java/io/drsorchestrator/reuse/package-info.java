/** Another handler, built on the domain jar alone: {@code docs/reuse.md} shows it. */
@NullMarked
package io.drsorchestrator.reuse;

import org.jspecify.annotations.NullMarked;
