/** The lifecycle as a whole: explored, documented and attacked at random. */
@NullMarked
package io.drsorchestrator.domain.lifecycle;

import org.jspecify.annotations.NullMarked;
