package io.drsorchestrator.packaging;

/** A method, whatever class it is in. */
record Member(String name, String descriptor) {}
