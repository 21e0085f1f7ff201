package io.drsorchestrator.application.explorer;

import java.util.function.Supplier;

/** Something that can happen next. */
record Move(Allowance cost, Supplier<Reached> make) {}
