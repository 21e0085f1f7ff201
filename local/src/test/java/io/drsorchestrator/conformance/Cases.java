package io.drsorchestrator.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of {@link Case}s, each of which gets a {@link Stage} of its own. */
@ExtendWith(Staging.class)
@DisplayNameGeneration(CaseNames.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Cases {}
