/** The console as a person uses it: in a real browser, by mouse and by keyboard. */
@NullMarked
package io.drsorchestrator.local.console;

import org.jspecify.annotations.NullMarked;
