/** The scenario file: what goes wrong, where and when. */
@NullMarked
package io.drsorchestrator.local.aws.scenario;

import org.jspecify.annotations.NullMarked;
