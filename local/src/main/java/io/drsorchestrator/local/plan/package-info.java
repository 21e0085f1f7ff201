/** Plan files: a recovery plan with its protection groups and source servers. */
@NullMarked
package io.drsorchestrator.local.plan;

import org.jspecify.annotations.NullMarked;
