/** What the simulated AWS services have in common: who calls, errors, pages and call counts. */
@NullMarked
package io.drsorchestrator.local.aws.api;

import org.jspecify.annotations.NullMarked;
