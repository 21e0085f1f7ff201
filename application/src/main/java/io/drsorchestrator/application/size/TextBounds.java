package io.drsorchestrator.application.size;

/**
 * The most bytes of UTF-8 that a text may have in the item of an execution ({@code
 * docs/limits.md}). The adapter that writes the item keeps them, the size of a plan is derived from
 * them.
 */
public final class TextBounds {

  /** An id that AWS has made, such as {@code i-0123456789abcdef0} or {@code drsjob-…}. */
  public static final int AWS_ID = 24;

  /** A word of an AWS API: a status, a state, an instance type, the code of a Region. */
  public static final int WORD = 24;

  /** An address, of version 6 at its longest. */
  public static final int ADDRESS = 45;

  /** A tag {@code Name} has up to 256 characters, a name in DNS 253. */
  public static final int SERVER_NAME = 96;

  public static final int HOSTNAME = 96;

  /** Why a server did not launch. */
  public static final int SERVER_ERROR = 300;

  /** What the latest poll of a wave had to do without. */
  public static final int POLL_WARNING = 300;

  /** What could not be applied before a launch. */
  public static final int LAUNCH_WARNING = 400;

  /** Why a wave or an execution failed. */
  public static final int FAILURE = 2000;

  /** The code of a failure. */
  public static final int CODE = 100;

  /** Who asked for something. */
  public static final int PERSON = 128;

  /** A reason of 1,000 characters, the longest that is accepted, in any script. */
  public static final int REASON = 3000;

  /** A reason in the log of requests, which grows with every wave. */
  public static final int LOGGED_REASON = 200;

  private TextBounds() {}
}
