/** The table of requirements, held against the tests and the planted defects that it names. */
@NullMarked
package io.drsorchestrator.local.requirements;

import org.jspecify.annotations.NullMarked;
