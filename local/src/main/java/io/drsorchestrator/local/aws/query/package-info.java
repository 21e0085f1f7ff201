/** The query protocol with its answers in XML, which EC2 and SNS speak. */
@NullMarked
package io.drsorchestrator.local.aws.query;

import org.jspecify.annotations.NullMarked;
