/** Reading what callers send, field by field: what is wrong is named. */
@NullMarked
package io.drsorchestrator.adapter.in.request;

import org.jspecify.annotations.NullMarked;
