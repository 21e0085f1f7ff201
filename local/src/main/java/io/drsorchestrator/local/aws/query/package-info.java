/** The query protocol of AWS: parameters in, XML out. */
@NullMarked
package io.drsorchestrator.local.aws.query;

import org.jspecify.annotations.NullMarked;
