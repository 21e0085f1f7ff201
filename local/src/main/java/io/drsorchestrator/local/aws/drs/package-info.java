/** An emulator of AWS Elastic Disaster Recovery whose state is a function of time. */
@NullMarked
package io.drsorchestrator.local.aws.drs;

import org.jspecify.annotations.NullMarked;
