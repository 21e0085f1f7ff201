/** What every store must do, whatever it is made of: one contract per port, one test per race. */
@NullMarked
package io.drsorchestrator.application.contract;

import org.jspecify.annotations.NullMarked;
