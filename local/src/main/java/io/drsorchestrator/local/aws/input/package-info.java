/** Strict reading of JSON written by people, with one-line errors that name field and remedy. */
@NullMarked
package io.drsorchestrator.local.aws.input;

import org.jspecify.annotations.NullMarked;
