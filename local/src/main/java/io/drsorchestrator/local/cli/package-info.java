/** The command line, drs-local. */
@NullMarked
package io.drsorchestrator.local.cli;

import org.jspecify.annotations.NullMarked;
