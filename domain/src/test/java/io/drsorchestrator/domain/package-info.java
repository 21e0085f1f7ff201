/** What the tests of every part of the domain share. */
@NullMarked
package io.drsorchestrator.domain;

import org.jspecify.annotations.NullMarked;
