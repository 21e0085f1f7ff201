/** The contracts of the ports, on the real adapters over HTTP. */
@NullMarked
package io.drsorchestrator.local.contract;

import org.jspecify.annotations.NullMarked;
