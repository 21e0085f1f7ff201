/** The report of a recovery as a page for people. */
@NullMarked
package io.drsorchestrator.local.report;

import org.jspecify.annotations.NullMarked;
