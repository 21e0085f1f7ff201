/** What a recovery took and why. */
@NullMarked
package io.drsorchestrator.application.report;

import org.jspecify.annotations.NullMarked;
