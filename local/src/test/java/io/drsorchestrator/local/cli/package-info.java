/** The command line as its users meet it. */
@NullMarked
package io.drsorchestrator.local.cli;

import org.jspecify.annotations.NullMarked;
