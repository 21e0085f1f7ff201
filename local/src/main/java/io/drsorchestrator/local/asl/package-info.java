/**
 * The JSONPath dialect of the Amazon States Language: what a definition says, refused at load if it
 * says anything else.
 */
@NullMarked
package io.drsorchestrator.local.asl;

import org.jspecify.annotations.NullMarked;
