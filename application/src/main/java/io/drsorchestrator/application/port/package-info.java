/** What the use cases need from outside: each port is narrow, so that a use case cannot do more. */
@NullMarked
package io.drsorchestrator.application.port;

import org.jspecify.annotations.NullMarked;
