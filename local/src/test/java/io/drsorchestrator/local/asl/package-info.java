/** Tests of reading state machines. */
@NullMarked
package io.drsorchestrator.local.asl;

import org.jspecify.annotations.NullMarked;
